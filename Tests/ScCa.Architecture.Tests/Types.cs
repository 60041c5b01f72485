using Mono.Cecil;

namespace ScCa.Architecture.Tests;

/// <summary>Questions about compiled types.</summary>
internal static class Types
{
    public const string Event = "ScCa.Domain.Event`1";
    public const string Command = "ScCa.Domain.Command`1";

    /// <summary>The types somebody wrote, nested ones too; not what the compiler made for itself.</summary>
    public static IEnumerable<TypeDefinition> Written(this AssemblyDefinition assembly) =>
        assembly.MainModule.GetTypes().Where(t => !t.FullName.Contains('<', StringComparison.Ordinal) && !IsGenerated(t));

    public static bool DerivesFrom(this TypeDefinition type, string baseType)
    {
        for (var at = type.BaseType; at is not null; at = at.Resolve()?.BaseType)
        {
            if (at.GetElementType().FullName == baseType)
                return true;
        }

        return false;
    }

    public static bool IsRecord(this TypeDefinition type) => type.Methods.Any(m => m.Name == "<Clone>$");

    /// <summary>Seen from outside the assembly: public, or protected in a class that can be derived from.</summary>
    public static bool IsSeen(this TypeDefinition type) =>
        type.IsNested ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamilyOrAssembly) && type.DeclaringType.IsSeen() : type.IsPublic;

    public static bool IsSeen(this MethodDefinition method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    public static bool IsSeen(this FieldDefinition field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    public static bool IsGenerated(this ICustomAttributeProvider provider) =>
        provider.CustomAttributes.Any(a => a.AttributeType.FullName == "System.Runtime.CompilerServices.CompilerGeneratedAttribute");

    public static bool IsInitOnly(this MethodDefinition setter) =>
        setter.ReturnType is RequiredModifierType { ModifierType.FullName: "System.Runtime.CompilerServices.IsExternalInit" };

    public static string Where(this TypeDefinition type) => $"{type.Module.Assembly.Name.Name} {type.FullName}";

    /// <summary>The name without arity, of the type alone.</summary>
    public static string PlainName(this TypeDefinition type) => type.Name.Split('`')[0];
}
