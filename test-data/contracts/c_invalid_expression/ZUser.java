package c_invalid_expression;

class ZUser {
  void use(UsedElsewhere used) {
    used.needs();
    used.count++;
  }
}
