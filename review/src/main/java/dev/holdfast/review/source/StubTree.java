package dev.holdfast.review.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Declarations that come with the tool: the region preset and what the runtime's assertions mean.
 * They are Java, in the contract language, and are read as any other source; a tree that declares
 * the same types wins.
 */
final class StubTree implements SourceTree {
  private static final List<String> PATHS =
      List.of(
          "dev/holdfast/annotations/region/GuardedByRegion.java",
          "dev/holdfast/annotations/region/RegionStabilised.java",
          "dev/holdfast/annotations/region/RequiresAttached.java",
          "dev/holdfast/annotations/region/RequiresDetached.java",
          "dev/holdfast/annotations/region/RequiresMmapRead.java",
          "dev/holdfast/annotations/region/RequiresMmapWrite.java",
          "dev/holdfast/annotations/region/RequiresRegionMutable.java",
          "dev/holdfast/annotations/region/RequiresRegionRead.java",
          "dev/holdfast/annotations/region/RequiresRegionWrite.java",
          "dev/holdfast/lockdep/LockDep.java",
          "dev/holdfast/region/AddressSpace.java",
          "dev/holdfast/region/Region.java");

  @Override
  public List<String> paths() {
    return PATHS;
  }

  @Override
  public String read(String path) throws IOException {
    try (InputStream in =
        StubTree.class.getResourceAsStream("stubs/" + path.replace(".java", ".stub"))) {
      if (in == null) {
        throw new IOException("no such stub: " + path);
      }
      return SourceText.decode(in.readAllBytes());
    }
  }
}
