using System.Globalization;
using System.Text;
using Mono.Cecil;

namespace ScCa.Architecture.Tests;

/// <summary>What others can see of an assembly, as text that can be reviewed: one type after the other, their members below them.</summary>
internal static class PublicSurface
{
    private const string Delegate = "System.MulticastDelegate";

    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["Void"] = "void", ["Boolean"] = "bool", ["Byte"] = "byte", ["Char"] = "char", ["Int16"] = "short", ["UInt16"] = "ushort", ["Int32"] = "int",
        ["UInt32"] = "uint", ["Int64"] = "long", ["UInt64"] = "ulong", ["Single"] = "float", ["Double"] = "double", ["Decimal"] = "decimal",
        ["String"] = "string", ["Object"] = "object",
    };

    public static string Of(AssemblyDefinition assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.Written().Where(t => t.IsSeen()).OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Head(type)).Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal))
                text.Append("    ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static string Head(TypeDefinition type)
    {
        IEnumerable<string> above = [.. Bases(type), .. Interfaces(type).Order(StringComparer.Ordinal)];
        var inherits = string.Join(", ", above);
        return $"{Kind(type)} {Name(type)}{(inherits.Length > 0 ? " : " + inherits : "")}";
    }

    // What a record brings of itself is said by the word record, here and below.
    private static IEnumerable<string> Interfaces(TypeDefinition type) => type.Interfaces.Select(i => i.InterfaceType)
        .Where(i => !(type.IsRecord() && i.GetElementType().FullName == "System.IEquatable`1")).Select(Name);

    private static IEnumerable<string> Bases(TypeDefinition type) =>
        type.BaseType is { } @base && @base.FullName is not ("System.Object" or "System.ValueType" or "System.Enum" or Delegate) ? [Name(@base)] : [];

    private static string Kind(TypeDefinition type)
    {
        if (type.IsEnum)
            return "enum";
        if (type.IsInterface)
            return "interface";
        if (type.IsValueType)
            return type.CustomAttributes.Any(a => a.AttributeType.Name == "IsReadOnlyAttribute") ? "readonly struct" : "struct";
        if (type.BaseType?.FullName == Delegate)
            return "delegate";
        var modifier = (type.IsAbstract, type.IsSealed) switch { (true, true) => "static ", (true, false) => "abstract ", (false, true) => "sealed ", _ => "" };
        return modifier + (type.IsRecord() ? "record" : "class");
    }

    private static IEnumerable<string> Members(TypeDefinition type)
    {
        foreach (var field in type.Fields.Where(f => f.IsSeen() && !f.IsSpecialName))
            yield return $"{Modifiers(field.IsStatic && !field.HasConstant, false)}{(field.HasConstant ? "const " : "")}{(field.IsInitOnly ? "readonly " : "")}{Name(field.FieldType)} {field.Name}{Constant(field)}";
        foreach (var property in type.Properties.Where(p => Accessors(p).Any(m => m.IsSeen()) && p.Name != "EqualityContract"))
            yield return $"{Modifiers(Accessors(property).First().IsStatic, Accessors(property).First().IsAbstract && !type.IsInterface)}{Name(property.PropertyType)} {property.Name}{Index(property)} {{ {AccessorText(property)}}}";
        foreach (var @event in type.Events.Where(e => e.AddMethod.IsSeen()))
            yield return $"event {Name(@event.EventType)} {@event.Name}";
        foreach (var method in type.Methods.Where(m => m.IsSeen() && IsWritten(m)))
            yield return $"{Modifiers(method.IsStatic, method.IsAbstract && !type.IsInterface)}{(method.IsFamily ? "protected " : "")}{MethodText(method)}";
    }

    private static bool IsWritten(MethodDefinition method) =>
        !method.IsGenerated() && (method.DeclaringType.BaseType?.FullName != Delegate || method.Name == "Invoke") && !method.IsGetter && !method.IsSetter && !method.IsAddOn && !method.IsRemoveOn && method.Name is not ("<Clone>$" or "Finalize");

    private static string MethodText(MethodDefinition method)
    {
        var parameters = $"({string.Join(", ", method.Parameters.Select(Parameter))})";
        if (method.DeclaringType.BaseType?.FullName == Delegate)
            return $"{Name(method.ReturnType)} {parameters}";
        if (method.IsConstructor)
            return $"new{parameters}";
        var generic = method.HasGenericParameters ? $"<{string.Join(", ", method.GenericParameters.Select(g => g.Name))}>" : "";
        return $"{Name(method.ReturnType)} {method.Name}{generic}{parameters}";
    }

    private static string Parameter(ParameterDefinition parameter)
    {
        var type = parameter.ParameterType is ByReferenceType reference ? reference.ElementType : parameter.ParameterType;
        var passing = parameter.ParameterType.IsByReference ? parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref " : "";
        return $"{passing}{Name(type)} {parameter.Name}{(parameter.IsOptional ? " = " + Text(parameter.Constant) : "")}";
    }

    private static IEnumerable<MethodDefinition> Accessors(PropertyDefinition property) => new[] { property.GetMethod, property.SetMethod }.OfType<MethodDefinition>();

    private static string AccessorText(PropertyDefinition property) =>
        (property.GetMethod is { } getter && getter.IsSeen() ? "get; " : "")
        + (property.SetMethod is { } setter && setter.IsSeen() ? setter.IsInitOnly() ? "init; " : "set; " : "");

    private static string Index(PropertyDefinition property) => property.HasParameters ? $"[{string.Join(", ", property.Parameters.Select(Parameter))}]" : "";

    private static string Modifiers(bool isStatic, bool isAbstract) => (isStatic ? "static " : "") + (isAbstract ? "abstract " : "");

    private static string Constant(FieldDefinition field) => field.HasConstant ? " = " + Text(field.Constant) : "";

    private static string Text(object? value) => value switch
    {
        null => "default",
        string s => $"\"{s}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Name(TypeReference type) => type switch
    {
        GenericParameter parameter => parameter.Name,
        GenericInstanceType { ElementType.FullName: "System.Nullable`1" } nullable => Name(nullable.GenericArguments[0]) + "?",
        GenericInstanceType generic => $"{Plain(generic.ElementType)}<{string.Join(", ", generic.GenericArguments.Select(Name))}>",
        ArrayType array => Name(array.ElementType) + "[]",
        RequiredModifierType modified => Name(modified.ElementType),
        ByReferenceType reference => "ref " + Name(reference.ElementType),
        _ when type.HasGenericParameters => $"{Plain(type)}<{string.Join(", ", type.GenericParameters.Select(g => g.Name))}>",
        _ => Plain(type),
    };

    // Nested types are told apart by their outer one, others by their namespace.
    private static string Plain(TypeReference type) => type.Namespace == "System" && Keywords.TryGetValue(type.Name, out var keyword)
        ? keyword
        : (type.DeclaringType is { } outer ? Plain(outer) + "." : type.Namespace is "System" or "" ? "" : type.Namespace + ".") + type.Name.Split('`')[0];
}
