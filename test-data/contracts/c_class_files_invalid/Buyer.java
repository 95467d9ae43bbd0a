package c_class_files_invalid;

import racks.Rack;

/** Contracts in class files that cannot be used, reported at the first use in a class. */
final class Buyer {
  void turn(Rack rack) {
    rack.turn(); // expect: InvalidContract "lcok" "Rack.turn"
    rack.turn();
  }

  void turnAgain(Rack rack) {
    rack.turn();
  }

  int count(Rack rack) {
    return rack.bottles; // expect: InvalidContract "lokc" "Rack.bottles"
  }

  void move(Rack from, Rack to) {
    Rack.move(from, to); // expect: InvalidContract "klock", LockNotHeld "to.lock"
  }

  void rest(Rack rack) {
    rack.clean(); // expect: LockNotHeld "rack.lock"
    rack.glasses = 3; // expect: UnguardedAccess "rack.lock"
  }

  static final class Other {
    void turn(Rack rack) {
      rack.turn();
    }
  }
}

/** Each class by itself, so that the order of classes does not matter. */
final class Seller {
  Runnable turn(Rack rack) {
    return rack::turn; // expect: InvalidContract "lcok"
  }
}
