package dev.holdfast.checker.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ModelsPageTest {

  private static final Path PAGE = Path.of("../docs/models.md");
  private static final Pattern EXAMPLE = Pattern.compile("```model\\R(.*?)```", Pattern.DOTALL);

  @Test
  void examplesOfThePageCanBeRead() throws IOException {
    List<String> examples =
        EXAMPLE.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)).toList();

    assertThat(examples)
        .isNotEmpty()
        .allSatisfy(
            example -> assertThat(ModelFile.parse("models.md", example).errors()).isEmpty());
  }

  @Test
  void pageExplainsWhatOnlyModelsCanSay() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(new ModelVocabulary().modelOnly())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(page).containsPattern("\\| `@" + name + "[`(]"));
  }
}
