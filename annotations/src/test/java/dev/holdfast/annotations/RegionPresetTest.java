package dev.holdfast.annotations;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RegionPresetTest {

  private static final String PACKAGE = "dev.holdfast.annotations.region.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "RequiresMmapRead|Requires(\"mmap.readLock()\")|METHOD PARAMETER",
        "RequiresMmapWrite|Requires(\"mmap.writeLock()\")|METHOD PARAMETER",
        "RequiresRegionRead|Requires(\"lock.readLock()\")|METHOD PARAMETER",
        "RequiresRegionWrite|Requires(\"lock.writeLock()\")|METHOD PARAMETER",
        "RegionStabilised|Requires(\"stabilised\")|METHOD PARAMETER",
        "RequiresAttached|Requires(\"attached\")|METHOD PARAMETER",
        "RequiresDetached|Requires(\"detached\")|METHOD PARAMETER",
        "RequiresRegionMutable|Requires(anyOf=\"lock.writeLock()\", \"detached\")|METHOD PARAMETER",
        "GuardedByRegion|GuardedBy(read=\"stabilised\", write=\"lock\")|FIELD",
      })
  void aliasStandsForItsContract(String name, String contract, String targets) throws Exception {
    Class<?> alias = Class.forName(PACKAGE + name);

    assertThat(contractsOf(alias)).containsExactly(contract);
    assertThat(alias.getAnnotation(Target.class).value())
        .extracting(Enum::name)
        .containsExactlyInAnyOrder(targets.split(" "));
    assertThat(alias.getAnnotation(Retention.class).value()).isEqualTo(RetentionPolicy.CLASS);
    assertThat(alias.isAnnotationPresent(Documented.class)).isTrue();
    assertThat((String[]) alias.getMethod("value").getDefaultValue()).isEmpty();
    assertThat(alias.getDeclaredMethods()).hasSize(1);
  }

  @Test
  void presetHasNineAliases() throws Exception {
    List<Path> files =
        JavadocExample.javaFiles(Path.of("src/main/java/dev/holdfast/annotations/region"));

    assertThat(files).hasSize(9 + 1); // and package-info.java
  }

  /**
   * The contracts on a compiled annotation type, as the compiler reads them from its class file.
   */
  private static Set<String> contractsOf(Class<?> alias) {
    Set<String> contracts = new TreeSet<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaCompiler.CompilationTask task =
        compiler.getTask(null, null, null, List.of("-proc:only"), List.of(alias.getName()), null);
    task.setProcessors(List.of(new ContractReader(alias.getName(), contracts)));
    assertThat(task.call()).isTrue();
    return contracts;
  }

  private static final class ContractReader extends AbstractProcessor {
    private final String typeName;
    private final Set<String> contracts;

    private ContractReader(String typeName, Set<String> contracts) {
      this.typeName = typeName;
      this.contracts = contracts;
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      TypeElement type = processingEnv.getElementUtils().getTypeElement(typeName);
      for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
        String text = mirror.toString().replaceAll("[{}]", ""); // printed differently by each JDK
        if (!text.startsWith("@" + Annotation.class.getPackageName())) {
          contracts.add(text.substring(text.lastIndexOf("annotations.", text.indexOf('(')) + 12));
        }
      }
      return false;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }
  }
}
