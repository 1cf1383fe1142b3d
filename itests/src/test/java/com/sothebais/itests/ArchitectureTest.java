package com.sothebais.itests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;

/** Holds the picture in docs/architecture.md: everything talks through the api, nothing points sideways, no package cycles. */
@AnalyzeClasses(packages = "com.sothebais", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** First part of the package of a plugin; the second part names the plugin. */
    private static final Set<String> PLUGIN_KINDS = Set.of("chain", "social", "personality", "voice", "render");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("com.sothebais.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theApiKnowsNobodyButTheJdkAndOsgiAnnotations = noClasses()
            .that()
            .resideInAPackage("com.sothebais.api..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("com.sothebais.api..", "java..", "javax.sql..", "org.osgi.annotation..");

    @ArchTest
    static final ArchRule bundlesSeeEachOtherOnlyThroughTheApi =
            slices().assignedFrom(new Bundles()).should().notDependOnEachOther();

    /** One slice per bundle; the api and the contract kit are in none, because everybody may see them. */
    private static final class Bundles implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass candidate) {
            String[] parts = candidate.getPackageName().split("\\.");
            if (parts.length < 3 || parts[2].equals("api") || parts[2].equals("contract") || parts[2].equals("itests")) {
                return SliceIdentifier.ignore();
            }
            return PLUGIN_KINDS.contains(parts[2]) && parts.length > 3
                    ? SliceIdentifier.of(parts[2], parts[3])
                    : SliceIdentifier.of(parts[2]);
        }

        @Override
        public String getDescription() {
            return "bundles";
        }
    }
}
