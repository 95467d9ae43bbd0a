package dev.holdfast.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The samples that are built with Maven have the README's set-up and no other. */
final class ReadmeSetUpTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern XML = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern PROPERTY = Pattern.compile("<([\\w.-]+\\.version)>([^<]*)</");

  /** The dependency, the plugin, an option, and what Error Prone needs. */
  private static List<String> fragments() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    return XML.matcher(readme).results().map(block -> folded(block.group(1))).toList();
  }

  private static String sample(String name) throws IOException {
    String pom = Files.readString(ROOT.resolve("samples").resolve(name).resolve("pom.xml"));
    for (MatchResult property : PROPERTY.matcher(pom).results().toList()) {
      pom = pom.replace("${" + property.group(1) + "}", property.group(2));
    }
    return folded(pom);
  }

  private static String folded(String xml) {
    return xml.replaceAll("\\s+", " ").replaceAll("> <", "><").strip();
  }

  @Test
  void thePlainSampleIsTheSetUp() throws IOException {
    assertThat(sample("maven-plain")).contains(fragments().get(0), fragments().get(1));
  }

  @Test
  void theErrorProneSampleIsTheSetUp() throws IOException {
    assertThat(sample("maven-error-prone")).contains(fragments().get(0), fragments().get(3));
  }
}
