package modpool.guard;

import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.constant.DynamicConstantDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Follows every call from the methods marked `@RenderThread` through the given classes and
/// collects what must not happen there.
///
/// A virtual call leads to every override among the classes and to every lambda or method reference
/// made for the interface. Calls that leave the classes must be on [RenderThreadCalls]. Class
/// initialisers and constructors of marked classes are no entries: they run before the first block.
final class RenderThreadScan {
  private static final String MARK = "Lmodpool/bridge/RenderThread;";
  private static final String MATCH_EXCEPTION = "java/lang/MatchException";

  private record Method(ClassModel owner, MethodModel model) {
    @Override
    public String toString() {
      return Bytecode.shortName(owner) + "." + model.methodName().stringValue();
    }
  }

  private final Map<String, ClassModel> classes = new HashMap<>();
  private final Map<String, Set<String>> subtypes = new HashMap<>();
  private final Map<String, List<MemberRefEntry>> lambdas = new HashMap<>();
  private final Map<MethodModel, Method> callers = new LinkedHashMap<>(); // null: an entry
  private final Deque<Method> open = new ArrayDeque<>();
  private final Map<String, String> impurities = new TreeMap<>();
  private final Set<String> reached = new LinkedHashSet<>();

  RenderThreadScan(Collection<ClassModel> models) {
    for (ClassModel model : models) {
      classes.put(model.thisClass().asInternalName(), model);
    }
    for (ClassModel model : models) {
      noteSubtype(model.thisClass().asInternalName(), model);
      noteLambdas(model);
    }
    for (ClassModel model : models) {
      for (MethodModel method : model.methods()) {
        boolean special = method.methodName().stringValue().startsWith("<");
        if (isMarked(method) || isMarked(model) && !special) {
          follow(null, model.thisClass().asInternalName(), method, true);
        }
      }
    }
    while (!open.isEmpty()) {
      scan(open.remove());
    }
  }

  /// `render.Renderer.render` for each method that was followed.
  Set<String> reached() {
    return reached;
  }

  /// The classes whose methods were followed and that have strings which are not all made when the
  /// class is initialised. The JVM makes what is left of a class's strings when it first compiles a
  /// method of it, on the thread that asked for that by calling it often.
  Set<String> classesWithStrings() {
    Set<String> found = new TreeSet<>();
    for (MethodModel method : callers.keySet()) {
      ClassModel owner = method.parent().orElseThrow();
      if (!Bytecode.lateStrings(owner).isEmpty()) {
        found.add(Bytecode.shortName(owner));
      }
    }
    return found;
  }

  /// What is forbidden, each with the way that leads there.
  List<String> impurities() {
    return impurities.entrySet().stream().map(e -> e.getKey() + "  <- " + e.getValue()).toList();
  }

  private static boolean isMarked(AttributedElement element) {
    return element.findAttribute(Attributes.runtimeInvisibleAnnotations()).stream()
        .flatMap(a -> a.annotations().stream())
        .anyMatch(a -> a.className().stringValue().equals(MARK));
  }

  private void noteSubtype(String name, ClassModel ancestor) {
    subtypes
        .computeIfAbsent(ancestor.thisClass().asInternalName(), _ -> new LinkedHashSet<>())
        .add(name);
    parents(ancestor).forEach(parent -> noteSubtype(name, parent));
  }

  private List<ClassModel> parents(ClassModel model) {
    List<ClassModel> parents = new ArrayList<>();
    model.superclass().map(s -> classes.get(s.asInternalName())).ifPresent(parents::add);
    model.interfaces().stream()
        .map(i -> classes.get(i.asInternalName()))
        .filter(i -> i != null)
        .forEach(parents::add);
    return parents;
  }

  private void noteLambdas(ClassModel model) {
    for (MethodModel method : model.methods()) {
      for (CodeElement element : method.code().map(CodeModel::elementList).orElse(List.of())) {
        if (element instanceof InvokeDynamicInstruction made) {
          String type = made.typeSymbol().returnType().descriptorString();
          for (var argument : made.invokedynamic().bootstrap().arguments()) {
            if (argument instanceof MethodHandleEntry handle) {
              lambdas
                  .computeIfAbsent(type + made.name().stringValue(), _ -> new ArrayList<>())
                  .add(handle.reference());
            }
          }
        }
      }
    }
  }

  private void follow(Method from, String owner, MethodModel declared, boolean virtual) {
    String name = declared.methodName().stringValue();
    String type = declared.methodType().stringValue();
    add(from, classes.get(owner), declared);
    if (!virtual || declared.flags().has(AccessFlag.STATIC)) {
      return;
    }
    for (String subtype : subtypes.getOrDefault(owner, Set.of())) {
      Method found = find(classes.get(subtype), name, type);
      if (found != null) {
        add(from, found.owner(), found.model());
      }
      for (MemberRefEntry body : lambdas.getOrDefault("L" + subtype + ";" + name, List.of())) {
        call(from, body, true);
      }
    }
  }

  private void add(Method from, ClassModel owner, MethodModel model) {
    if (model.flags().has(AccessFlag.ABSTRACT) || callers.containsKey(model)) {
      return;
    }
    callers.put(model, from);
    Method method = new Method(owner, model);
    reached.add(method.toString());
    open.add(method);
  }

  /// Where a call to `model.name` ends up: in it, or up its ancestors; null when outside.
  private Method find(ClassModel model, String name, String type) {
    for (MethodModel method : model.methods()) {
      if (method.methodName().equalsString(name) && method.methodType().equalsString(type)) {
        return new Method(model, method);
      }
    }
    Method inherited = null;
    for (ClassModel parent : parents(model)) {
      Method found = find(parent, name, type);
      boolean better = inherited == null || inherited.model().flags().has(AccessFlag.ABSTRACT);
      inherited = found != null && better ? found : inherited;
    }
    return inherited;
  }

  private void scan(Method method) {
    if (method.model().flags().has(AccessFlag.SYNCHRONIZED)) {
      report(method, "is synchronized");
    }
    if (method.model().flags().has(AccessFlag.NATIVE)) {
      report(method, "is native");
    }
    boolean afterMatchException = false;
    for (CodeElement element :
        method.model().code().map(CodeModel::elementList).orElse(List.of())) {
      if (element instanceof Instruction instruction) {
        check(method, instruction, afterMatchException);
        afterMatchException =
            instruction instanceof InvokeInstruction call
                && call.owner().asInternalName().equals(MATCH_EXCEPTION);
      }
    }
  }

  /// @param afterMatchException the instruction before made the exception that javac puts into a
  ///   switch that names every enum constant or permitted class, for one it does not know
  private void check(Method method, Instruction instruction, boolean afterMatchException) {
    if (afterMatchException && !(instruction instanceof ThrowInstruction)) {
      report(method, "new java.lang.MatchException");
    }
    switch (instruction) {
      case NewObjectInstruction made -> {
        if (!made.className().asInternalName().equals(MATCH_EXCEPTION)) {
          report(method, "new " + made.className().asInternalName().replace('/', '.'));
        }
      }
      case NewPrimitiveArrayInstruction _, NewReferenceArrayInstruction _ ->
          report(method, "new array");
      case NewMultiArrayInstruction _ -> report(method, "new array of arrays");
      case MonitorInstruction _ -> report(method, "synchronized block");
      case ThrowInstruction _ -> {
        if (!afterMatchException) {
          report(method, "throw");
        }
      }
      case InvokeDynamicInstruction dynamic ->
          report(method, "invokedynamic " + dynamic.name().stringValue());
      case ConstantInstruction.LoadConstantInstruction constant -> {
        if (constant.constantValue() instanceof DynamicConstantDesc<?>) {
          report(method, "dynamic constant");
        }
      }
      case InvokeInstruction call ->
          call(method, call.method(), call.opcode() != Opcode.INVOKESPECIAL);
      default -> {}
    }
  }

  private void call(Method from, MemberRefEntry target, boolean virtual) {
    String owner = target.owner().asInternalName();
    String name = target.name().stringValue();
    String type = target.type().stringValue();
    Method found = classes.containsKey(owner) ? find(classes.get(owner), name, type) : null;
    if (found != null && virtual) {
      follow(from, owner, found.model(), true);
      add(from, found.owner(), found.model());
    } else if (found != null) {
      add(from, found.owner(), found.model());
    } else if (!RenderThreadCalls.isAllowed(outsideOwner(owner), name, type)) {
      report(from, "calls " + owner.replace('/', '.') + "." + name);
    }
  }

  /// The first ancestor that is not among the classes: it declares what they do not.
  private String outsideOwner(String owner) {
    String name = owner;
    while (classes.containsKey(name) && classes.get(name).superclass().isPresent()) {
      name = classes.get(name).superclass().get().asInternalName();
    }
    return name;
  }

  private void report(Method method, String what) {
    StringBuilder way = new StringBuilder();
    for (Method m = callers.get(method.model()); m != null; m = callers.get(m.model())) {
      way.append(way.isEmpty() ? "" : " <- ").append(m);
    }
    impurities.putIfAbsent(method + ": " + what, way.isEmpty() ? "(entry)" : way.toString());
  }
}
