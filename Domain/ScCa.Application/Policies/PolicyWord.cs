using System.Text.Json;

namespace ScCa.Application.Policies;

/// <summary>A value as a policy file spells it.</summary>
internal static class PolicyWord
{
    public static string Of<T>(T value) => value is Enum ? JsonNamingPolicy.CamelCase.ConvertName(value.ToString()!) : value?.ToString() ?? "";
}
