package generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Writes one class, whatever it is asked to process. */
@SupportedAnnotationTypes("*")
public final class PricesGenerator extends AbstractProcessor {
  private static final String SOURCE =
      """
      package shop;

      import dev.holdfast.annotations.GuardedBy;
      import dev.holdfast.annotations.Requires;

      public class Prices {
        @GuardedBy("this")
        private int asked;

        @Requires("this")
        public int of(String article) {
          asked++;
          return article.length();
        }
      }
      """;

  private boolean done;

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (done) {
      return false;
    }
    done = true;
    try (Writer out = processingEnv.getFiler().createSourceFile("shop.Prices").openWriter()) {
      out.write(SOURCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return false;
  }
}
