using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ScCa.Architecture.Tests;

/// <summary>One mention of a type or of its member in compiled code; <paramref name="In"/> is the outermost type that mentions it.</summary>
internal sealed record Reference(TypeDefinition In, TypeReference Type, string Member)
{
    public string Where => $"{In.Module.Assembly.Name.Name} {In.FullName}";

    public string What => Member.Length == 0 ? Type.FullName : $"{Type.FullName}.{Member}";

    /// <summary>Everything that an assembly's types mention: bases, signatures, attributes, locals and instructions.</summary>
    public static IEnumerable<Reference> Of(AssemblyDefinition assembly) =>
        assembly.MainModule.GetTypes().Where(t => t.Name != "<Module>").SelectMany(OfType).Distinct();

    private static IEnumerable<Reference> OfType(TypeDefinition type)
    {
        IEnumerable<TypeReference?> heads =
        [
            type.BaseType,
            .. type.Interfaces.Select(i => i.InterfaceType),
            .. type.Fields.Select(f => f.FieldType),
            .. Attributes(type),
            .. type.Properties.SelectMany(Attributes),
            .. type.Fields.SelectMany(Attributes),
        ];
        foreach (var found in heads.SelectMany(Flat).Select(t => new Reference(Outermost(type), t, "")))
            yield return found;
        foreach (var found in type.Methods.SelectMany(m => OfMethod(m)))
            yield return found;
    }

    private static IEnumerable<Reference> OfMethod(MethodDefinition method)
    {
        var user = Outermost(method.DeclaringType);
        IEnumerable<TypeReference?> signature = [method.ReturnType, .. method.Parameters.Select(p => p.ParameterType), .. Attributes(method)];
        foreach (var type in signature.SelectMany(Flat))
            yield return new Reference(user, type, "");
        if (!method.HasBody)
            yield break;
        foreach (var type in method.Body.Variables.SelectMany(v => Flat(v.VariableType)))
            yield return new Reference(user, type, "");
        foreach (var found in method.Body.Instructions.SelectMany(i => OfOperand(user, i)))
            yield return found;
    }

    private static IEnumerable<Reference> OfOperand(TypeDefinition user, Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case TypeReference type:
                return Flat(type).Select(t => new Reference(user, t, ""));
            case MemberReference { DeclaringType: { } declaring } member:
                IEnumerable<TypeReference> arguments = member is GenericInstanceMethod generic ? generic.GenericArguments.SelectMany(Flat) : [];
                return [.. Flat(declaring).Select(t => new Reference(user, t, member.Name)), .. arguments.Select(t => new Reference(user, t, ""))];
            default:
                return [];
        }
    }

    private static IEnumerable<TypeReference> Attributes(ICustomAttributeProvider provider) => provider.CustomAttributes.Select(a => a.AttributeType);

    private static IEnumerable<TypeReference> Flat(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Flat)],
        TypeSpecification specification => Flat(specification.ElementType),
        _ => [type],
    };

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
