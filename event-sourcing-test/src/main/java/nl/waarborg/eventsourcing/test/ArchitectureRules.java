package nl.waarborg.eventsourcing.test;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.waarborg.eventsourcing.Decider;

/**
 * How the packages of a service depend on each other. A service shows it in one line: {@code
 * ArchitectureRules.of("nl.waarborg.incident").check()}.
 */
public final class ArchitectureRules {

    private static final Set<String> CLOCKS_AND_DICE = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.Math.random",
            "java.time.ZoneId.systemDefault",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current",
            "nl.waarborg.eventsourcing.StreamId.fresh");

    private static final Set<String> RANDOM_SOURCES =
            Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom");

    private final String root;
    private final Set<String> absentRoles;

    private ArchitectureRules(String root, Set<String> absentRoles) {
        this.root = root;
        this.absentRoles = absentRoles;
    }

    /** @param root the service's package */
    public static ArchitectureRules of(String root) {
        return new ArchitectureRules(root, Set.of());
    }

    /** The same for a service that has no packages of these roles; a role that is there must not be named here. */
    public ArchitectureRules without(String... roles) {
        return new ArchitectureRules(root, Set.of(roles));
    }

    public void check() {
        var classes = imported();
        rules().values().forEach(rule -> rule.check(classes));
    }

    JavaClasses imported() {
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/") || location.contains("/planted/"))
                .importPackages(root);
    }

    /** By a short name, so that each can be seen to fail. */
    Map<String, ArchRule> rules() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("domain", domainIsPlainJava());
        rules.put("roles", rolesKeepTheirPlaces());
        rules.put("clock", domainReadsNoClock());
        rules.put("families", familiesAreSealed());
        rules.put("cycles", packagesFormNoCycle());
        rules.put("kafka", kafkaStaysInTheLibrary());
        rules.put("sql", sqlStaysInProjections());
        return rules;
    }

    private static ArchRule domainIsPlainJava() {
        return classes()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.time..",
                        "java.util..",
                        "java.math..",
                        "..domain..",
                        "nl.waarborg.eventsourcing",
                        "nl.waarborg.terms..",
                        "org.jspecify..");
    }

    /** By layers: a role whose package does not exist fails here, where a rule about no classes would pass. */
    private ArchRule rolesKeepTheirPlaces() {
        var layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (var role : List.of("domain", "api", "projection", "publication", "automation", "storage")) {
            if (!absentRoles.contains(role)) {
                layers = layers.layer(role).definedBy(root + ".." + role + "..");
            }
        }
        for (var role : List.of("api", "publication", "automation")) {
            if (!absentRoles.contains(role)) {
                layers = layers.whereLayer(role).mayNotBeAccessedByAnyLayer();
            }
        }
        if (!absentRoles.contains("projection")) {
            var readers = Stream.of("api", "automation")
                    .filter(role -> !absentRoles.contains(role))
                    .toArray(String[]::new);
            layers = readers.length == 0
                    ? layers.whereLayer("projection").mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer("projection").mayOnlyBeAccessedByLayers(readers);
        }
        return layers;
    }

    /** By targets of accesses: a rule about calls would miss {@code Instant::now}. */
    private static ArchRule domainReadsNoClock() {
        return noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .accessTargetWhere(describe("reads a clock or a random source", ArchitectureRules::isAmbient));
    }

    private static boolean isAmbient(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getFullName();
        var name = access.getTarget().getName();
        return CLOCKS_AND_DICE.contains(owner + "." + name)
                || RANDOM_SOURCES.contains(owner)
                || owner.startsWith("com.github.f4b6a3.uuid")
                || (owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system")));
    }

    private static ArchRule familiesAreSealed() {
        return classes()
                .that()
                .implement(Decider.class)
                .should(new ArchCondition<>("decide on sealed families of records") {
                    @Override
                    public void check(JavaClass decider, ConditionEvents events) {
                        decider.getInterfaces().stream()
                                .filter(type -> type.toErasure().isEquivalentTo(Decider.class))
                                .filter(JavaParameterizedType.class::isInstance)
                                .map(type -> ((JavaParameterizedType) type).getActualTypeArguments())
                                .flatMap(arguments -> Stream.of(arguments.getFirst(), arguments.getLast()))
                                .flatMap(family -> faults(family.toErasure(), true))
                                .forEach(fault -> events.add(SimpleConditionEvent.violated(decider, fault)));
                    }
                });
    }

    private static Stream<String> faults(JavaClass type, boolean family) {
        if (type.isSealed()) {
            return type.getPermittedSubclasses().orElse(Set.of()).stream().flatMap(member -> faults(member, false));
        }
        if (family) {
            return Stream.of(type.getFullName() + " is not sealed");
        }
        return type.isRecord() ? Stream.empty() : Stream.of(type.getFullName() + " is no record");
    }

    /** The root package is where a service is put together; it may know all, and be known by all. */
    private ArchRule packagesFormNoCycle() {
        var composition = resideInAPackage(root);
        return slices().matching("(" + root + "..)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(composition, alwaysTrue())
                .ignoreDependency(alwaysTrue(), composition);
    }

    private static ArchRule kafkaStaysInTheLibrary() {
        return noClasses().should().dependOnClassesThat().resideInAnyPackage("org.apache.kafka..", "io.debezium..");
    }

    private static ArchRule sqlStaysInProjections() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..projection..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..");
    }
}
