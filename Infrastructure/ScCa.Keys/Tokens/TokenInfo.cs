namespace ScCa.Keys.Tokens;

/// <summary>What a token says of itself.</summary>
/// <param name="UserTries">How many tries are left for the user's PIN.</param>
/// <param name="AdministratorTries">The same for the administrator's.</param>
/// <param name="IsPinSet">Whether the user has a PIN.</param>
/// <param name="PinMustBeChanged">The user's PIN is one that was given out with the token, or has expired.</param>
public sealed record TokenInfo(
    string Label, string Serial, string Manufacturer, string Model, string Firmware, PinTries UserTries, PinTries AdministratorTries, bool IsPinSet,
    bool PinMustBeChanged, int PinLengthMin, int PinLengthMax);
