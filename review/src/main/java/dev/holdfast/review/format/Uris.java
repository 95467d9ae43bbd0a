package dev.holdfast.review.format;

import java.net.URI;
import java.net.URISyntaxException;

/** Paths as URI references, blanks and non-ASCII letters encoded. */
final class Uris {
  private Uris() {}

  static boolean isRelative(String path) {
    return !path.startsWith("/") && !path.matches("[A-Za-z]:/.*");
  }

  static String of(String path) {
    try {
      if (!isRelative(path)) {
        return new URI("file", "", path.startsWith("/") ? path : "/" + path, null).toASCIIString();
      }
      /* With a leading slash a colon in the first part is no scheme. */
      return new URI(null, null, "/" + path, null).toASCIIString().substring(1).replace(":", "%3A");
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no path: " + path, e);
    }
  }
}
