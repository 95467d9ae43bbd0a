package dev.holdfast.review.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;

/** Validates output against the schemas among the test resources. */
final class Schemas {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Schemas() {}

  static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Set<ValidationMessage> violations(String schema, VersionFlag version, String json) {
    try (InputStream in = Schemas.class.getResourceAsStream(schema)) {
      JsonSchema parsed =
          JsonSchemaFactory.getInstance(version)
              .getSchema(
                  in,
                  com.networknt.schema.SchemaValidatorsConfig.builder()
                      .formatAssertionsEnabled(true)
                      .build());
      return parsed.validate(tree(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void assertValid(String schema, VersionFlag version, String json) {
    assertThat(violations(schema, version, json)).isEmpty();
  }
}
