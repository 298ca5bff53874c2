package nl.waarborg.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    @TempDir
    private Path root;

    @Test
    void what_a_command_does_not_take_is_refused_before_anything_starts() {
        assertEquals("up has no option --prot-offset. See: ./waarborg help", refusal("up", "--prot-offset", "100"));
        assertEquals("up takes no 100. See: ./waarborg help", refusal("up", "100"));
        assertEquals("--port-offset needs a value", refusal("up", "--port-offset"));
        assertEquals("--port-offset needs a whole number", refusal("up", "--port-offset", "many"));
        assertEquals("There is no command upp", refusal("upp"));
        assertEquals("down has no option --all. See: ./waarborg help", refusal("down", "--all", "yes"));
    }

    private String refusal(String... arguments) {
        var launcher = new Launcher(root, new PrintStream(OutputStream.nullOutputStream()));
        return assertThrows(LocalPartException.class, () -> launcher.run(List.of(arguments)))
                .getMessage();
    }
}
