// The binding of a record pattern is a lock path like any local; the component of another record
// value is another object.
package j45_record_pattern;

class RecordPattern {
  sealed interface Task permits Update, Move, Idle {}

  record Update(Shard shard, int amount) implements Task {}

  record Move(Shard from, Shard to) implements Task {}

  record Idle() implements Task {}

  void run(Task task) {
    switch (task) {
      case Update(Shard shard, int amount) when amount > 0 -> {
        shard.lock.lock();
        try {
          shard.value += amount;
        } finally {
          shard.lock.unlock();
        }
      }
      case Update(Shard shard, int amount) -> {
        shard.value = amount; // expect: UnguardedAccess "shard.lock"
      }
      case Move(Shard from, Shard to) -> {
        from.lock.lock();
        try {
          from.value--;
          to.value++; // expect: UnguardedAccess "to.lock"
        } finally {
          from.lock.unlock();
        }
      }
      case Idle() -> System.out.println("idle");
    }
  }

  void accessorAndBinding(Update update) {
    if (update instanceof Update(Shard shard, int amount)) {
      shard.lock.lock();
      try {
        update.shard().value += amount;
      } finally {
        shard.lock.unlock();
      }
    }
  }

  void bindingAndAccessor(Update update) {
    update.shard().lock.lock();
    try {
      if (update instanceof Update(var shard, var amount)) {
        shard.value += amount;
      }
    } finally {
      update.shard().lock.unlock();
    }
  }

  void otherRecord(Update update, Update other) {
    if (update instanceof Update(Shard shard, int amount)) {
      shard.lock.lock();
      try {
        other.shard().value += amount; // expect: UnguardedAccess "other.shard"
      } finally {
        shard.lock.unlock();
      }
    }
  }

  int switchExpression(Object o) {
    return switch (o) {
      case Update(Shard shard, int amount) -> {
        shard.lock.lock();
        try {
          yield shard.value + amount;
        } finally {
          shard.lock.unlock();
        }
      }
      case Shard shard -> shard.value; // expect: UnguardedAccess "shard.lock"
      default -> 0;
    };
  }

  int guardTakesLock(Object o) {
    return switch (o) {
      case Shard shard when shard.lock.tryLock() -> {
        try {
          yield shard.value;
        } finally {
          shard.lock.unlock();
        }
      }
      case Shard shard -> shard.value; // expect: UnguardedAccess "shard.lock"
      default -> 0;
    };
  }

  void nested(Object o) {
    if (o instanceof Wrapped(Update(Shard shard, int amount), int times)) {
      synchronized (shard) {
        shard.value += amount * times; // expect: UnguardedAccess "shard.lock"
      }
      shard.lock.lock();
      try {
        shard.value += amount * times;
      } finally {
        shard.lock.unlock();
      }
    }
  }

  record Wrapped(Update update, int times) {}
}
