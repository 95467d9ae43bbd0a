package dev.holdfast.region;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** What this thread and another one may have to do with a region. */
enum Situation {
  NOTHING {
    @Override
    void arrange(Scene scene, Consumer<Scene> body) {
      body.accept(scene);
    }
  },
  MMAP_READ {
    @Override
    void arrange(Scene scene, Consumer<Scene> body) {
      try (ReadHold hold = scene.space.read()) {
        body.accept(scene);
      }
    }
  },
  MMAP_WRITE {
    @Override
    void arrange(Scene scene, Consumer<Scene> body) {
      try (WriteHold hold = scene.space.write()) {
        body.accept(scene);
      }
    }
  },
  REGION_READ {
    @Override
    void arrange(Scene scene, Consumer<Scene> body) {
      Region region = scene.space.tryLockRegion(10);
      body.accept(scene);
      region.unlockRead();
    }
  },
  REGION_WRITE {
    @Override
    void arrange(Scene scene, Consumer<Scene> body) {
      try (WriteHold hold = scene.space.write()) {
        scene.region.lockWrite();
        body.accept(scene);
      }
    }
  },
  /** A reader that is bound to fail has pinned the region. */
  REGION_WRITE_WITH_SPURIOUS_READER {
    @Override
    void arrange(Scene scene, Consumer<Scene> body) {
      try (WriteHold hold = scene.space.write()) {
        scene.region.lockWrite();
        scene.region.pin();
        body.accept(scene);
        scene.region.unpin();
      }
    }
  },
  REGION_WRITE_AFTER_UNLOCK {
    @Override
    void arrange(Scene scene, Consumer<Scene> body) {
      try (WriteHold hold = scene.space.write()) {
        scene.region.lockWrite();
        scene.region.unlockWrite();
        body.accept(scene);
      }
    }
  },
  DOWNGRADED {
    @Override
    void arrange(Scene scene, Consumer<Scene> body) {
      try (WriteHold hold = scene.space.write()) {
        scene.region.lockWrite();
        hold.downgrade();
        body.accept(scene);
      }
    }
  },
  DETACHED {
    @Override
    void arrange(Scene scene, Consumer<Scene> body) {
      try (WriteHold hold = scene.space.write()) {
        scene.region.lockWrite();
        scene.region.markDetached();
      }
      body.accept(scene);
    }
  },
  OTHERS_READ {
    @Override
    void arrange(Scene scene, Consumer<Scene> body) {
      meanwhile(
          () -> scene.space.tryLockRegion(10), () -> body.accept(scene), scene.region::unlockRead);
    }
  },
  OTHERS_READ_UNDER_MY_MMAP_READ {
    @Override
    void arrange(Scene scene, Consumer<Scene> body) {
      try (ReadHold hold = scene.space.read()) {
        OTHERS_READ.arrange(scene, body);
      }
    }
  },
  OTHERS_HOLD_MMAP_READ {
    @Override
    void arrange(Scene scene, Consumer<Scene> body) {
      meanwhile(scene.space::lockRead, () -> body.accept(scene), scene.space::unlockRead);
    }
  },
  OTHERS_HOLD_MMAP_WRITE {
    @Override
    void arrange(Scene scene, Consumer<Scene> body) {
      meanwhile(scene.space::lockWrite, () -> body.accept(scene), scene.space::unlockWrite);
    }
  },
  OTHERS_WRITE {
    @Override
    void arrange(Scene scene, Consumer<Scene> body) {
      meanwhile(() -> write(scene), () -> body.accept(scene), scene.space::unlockWrite);
    }
  },
  OTHERS_WRITE_WITH_SPURIOUS_READER {
    @Override
    void arrange(Scene scene, Consumer<Scene> body) {
      meanwhile(
          () -> {
            write(scene);
            scene.region.pin();
          },
          () -> body.accept(scene),
          () -> {
            scene.region.unpin();
            scene.space.unlockWrite();
          });
    }
  },
  REGION_READ_WHILE_A_WRITER_WAITS {
    @Override
    void arrange(Scene scene, Consumer<Scene> body) {
      Region region = scene.space.tryLockRegion(10);
      Actor writer =
          Actor.start(
              () -> {
                write(scene);
                scene.space.unlockWrite();
              });
      writer.awaitBlocked();
      body.accept(scene);
      region.unlockRead();
      writer.join();
    }
  },
  REGION_READ_OF_ANOTHER_REGION {
    @Override
    void arrange(Scene scene, Consumer<Scene> body) {
      Region other = scene.space.tryLockRegion(30);
      body.accept(scene);
      other.unlockRead();
    }
  },
  MMAP_WRITE_OF_ANOTHER_SPACE {
    @Override
    void arrange(Scene scene, Consumer<Scene> body) {
      try (WriteHold hold = Scene.create().space.write()) {
        body.accept(scene);
      }
    }
  };

  final boolean mmapRead =
      name().equals("MMAP_READ")
          || name().equals("DOWNGRADED")
          || name().equals("OTHERS_READ_UNDER_MY_MMAP_READ");
  final boolean regionWrite =
      name().equals("REGION_WRITE") || name().equals("REGION_WRITE_WITH_SPURIOUS_READER");
  final boolean mmapWrite =
      regionWrite || name().equals("MMAP_WRITE") || name().equals("REGION_WRITE_AFTER_UNLOCK");
  final boolean regionRead =
      name().equals("REGION_READ") || name().equals("REGION_READ_WHILE_A_WRITER_WAITS");
  final boolean attached = !name().equals("DETACHED");
  final boolean othersRead = name().startsWith("OTHERS_READ");
  final boolean othersWrite = name().startsWith("OTHERS_WRITE");

  /** A space and a region of it; another region is at 30. */
  record Scene(AddressSpace space, Region region) {
    static Scene create() {
      AddressSpace space = AddressSpace.create("s", RegionPool.create());
      try (WriteHold hold = space.write()) {
        space.map(30, 40);
        return new Scene(space, space.map(10, 20));
      }
    }
  }

  abstract void arrange(Scene scene, Consumer<Scene> body);

  /** Does something in this situation, with a region of its own. */
  final void stage(Consumer<Scene> body) {
    arrange(Scene.create(), body);
  }

  private static void write(Scene scene) {
    scene.space.lockWrite();
    scene.region.lockWrite();
  }

  /** Does something while another thread is between two steps. */
  private static void meanwhile(Actor.Action before, Runnable body, Actor.Action after) {
    CountDownLatch arranged = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Actor other =
        Actor.start(
            "other",
            () -> {
              before.run();
              arranged.countDown();
              done.await();
              after.run();
            });
    try {
      arranged.await();
      body.run();
    } catch (InterruptedException e) {
      throw new AssertionError("the test itself was interrupted", e);
    } finally {
      done.countDown();
      other.join();
    }
  }
}
