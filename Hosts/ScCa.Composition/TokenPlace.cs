namespace ScCa.Composition;

/// <summary>Which token, through which PKCS#11 library, for whoever runs the server.</summary>
/// <param name="Label">The token's label; with <paramref name="Serial"/> both must fit.</param>
/// <param name="MakerFile">How its maker lets it sign with SM2: a JSON file.</param>
public sealed record TokenPlace(string ModuleFile, string? Label, string? Serial, string? MakerFile);

/// <summary>A token as it describes itself.</summary>
/// <param name="UserTries">How many tries the user's PIN has: <c>all</c>, <c>fewer</c>, <c>last</c> or <c>none</c>.</param>
/// <param name="AdministratorTries">The same for the administrator's.</param>
public sealed record TokenPlaceState(
    string Label, string Serial, string Manufacturer, string Model, string Firmware, string UserTries, string AdministratorTries, bool IsPinSet, bool PinMustBeChanged);

/// <summary>A key in a token.</summary>
/// <param name="PublicKey">PEM, SubjectPublicKeyInfo.</param>
public sealed record TokenPlaceKey(string Name, string Algorithm, string PublicKey);
