package dev.holdfast.checker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Which way data flows through the packages, as the design page draws it. */
final class HouseTest {
  private static final String HOME = "dev.holdfast.checker.";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.holdfast.checker");

  private static ArchRule keepsOff(String from, String... to) {
    return noClasses()
        .that()
        .resideInAPackage(from)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(to);
  }

  @Test
  void pathsKnowNothingOfTheRest() {
    keepsOff(HOME + "path", HOME + "contract", HOME + "flow", HOME + "rule", HOME + "javac")
        .check(classes);
  }

  @Test
  void contractsDoNotReachForward() {
    keepsOff(HOME + "contract", HOME + "flow", HOME + "rule", HOME + "message", HOME + "javac")
        .check(classes);
  }

  @Test
  void analysisKnowsNoWordsAndNoFrontEnd() {
    keepsOff(HOME + "flow", HOME + "message", HOME + "javac", HOME + "errorprone").check(classes);
  }

  @Test
  void wordsComeFromFindingsAlone() {
    keepsOff(HOME + "message", HOME + "flow", HOME + "contract", HOME + "path").check(classes);
  }

  @Test
  void onlyItsAdaptersKnowErrorProne() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HOME + "errorprone")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.google.errorprone..")
        .check(classes);
  }

  @Test
  void onlyTheAdaptersNeedTheCompilersInside() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HOME + "errorprone")
        .and()
        .doNotHaveFullyQualifiedName(HOME + "javac.LateStart")
        .and()
        .haveNameNotMatching(Pattern.quote(HOME + "javac.ParsedAgain") + ".*")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.sun.tools.javac..")
        .check(classes);
  }

  @Test
  void aForbiddenDependencyIsSeen() {
    ArchRule planted = keepsOff(HOME + "flow", HOME + "contract");

    assertThatThrownBy(() -> planted.check(classes)).isInstanceOf(AssertionError.class);
  }
}
