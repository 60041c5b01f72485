namespace ScCa.Keys.Cryptoki;

/// <summary>A function of the module answered with an error. Never leaves this room: whoever calls recovers from it, or refuses with a type of its own.</summary>
internal sealed class CryptokiFailure(string call, CkRv value) : Exception($"{call}: {Spell(value)}")
{
    public string Call { get; } = call;

    public CkRv Value { get; } = value;

    public static string Spell(CkRv value) => Enum.IsDefined(value) ? $"{value} (0x{value:X})" : $"0x{(ulong)value:X}";
}
