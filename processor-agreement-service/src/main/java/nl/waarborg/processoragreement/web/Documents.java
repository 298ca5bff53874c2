package nl.waarborg.processoragreement.web;

import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import nl.waarborg.eventsourcing.web.ProblemException;

/** Documents as they come in (Base64 in a body with the fields mediaType and content) and as they are downloaded. */
public final class Documents {

    private static final List<String> MEDIA_TYPES =
            List.of("application/pdf", "text/html", "text/markdown", "text/plain");

    private Documents() {}

    /**
     * The hash of a document's bytes, hexadecimal.
     *
     * @throws ProblemException if it is of another kind, or no Base64
     */
    public static String sha256(String mediaType, String base64) {
        if (!MEDIA_TYPES.contains(mediaType)) {
            throw ProblemException.invalidField("/mediaType", "must be one of " + String.join(", ", MEDIA_TYPES));
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalidField("/content", "must be Base64");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a file, never to be run in a browser. */
    public static Response download(String mediaType, byte[] content, String name) {
        var extension =
                switch (mediaType) {
                    case "application/pdf" -> ".pdf";
                    case "text/html" -> ".html";
                    case "text/markdown" -> ".md";
                    default -> ".txt";
                };
        return Response.ok(content, mediaType)
                .header("Content-Disposition", "attachment; filename=\"" + name + extension + '"')
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
