namespace ScCa.Application.Ports;

/// <summary>What no store accepts as the name of a material, the same in all of them.</summary>
public static class MaterialArguments
{
    private const int NameLength = 64;

    /// <exception cref="ArgumentException">The name is not 64 lower-case hex digits, or the subject is empty or not <see cref="StoredText"/>.</exception>
    public static void Check(string subject, string name)
    {
        StoredText.CheckName(subject, nameof(subject));
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length != NameLength || !name.All(char.IsAsciiHexDigitLower))
            throw new ArgumentException("A material's name is 64 lower-case hex digits.", nameof(name));
    }
}
