using System.Collections.Immutable;

namespace ScCa.Gateways.Sms;

/// <summary>Every code a refusal by the gateway is told with. The operator's own words never get this far: they could name the phone.</summary>
public static class SmsErrorCode
{
    /// <summary>The operator does not deliver to this phone: unknown, or its owner does not want it.</summary>
    public const string PhoneRefused = "phone-refused";

    /// <summary>The text or its template is not approved.</summary>
    public const string TextRefused = "text-refused";

    /// <summary>Too many messages: to this phone, or altogether.</summary>
    public const string TooMany = "too-many";

    /// <summary>The account has no credit left.</summary>
    public const string NoCredit = "no-credit";

    /// <summary>The operator does not accept the key, the signature or the clock.</summary>
    public const string NotAuthorised = "not-authorised";

    /// <summary>Refused for a reason that no other code names.</summary>
    public const string Refused = "refused";

    public static ImmutableSortedSet<string> All { get; } =
        ImmutableSortedSet.Create(StringComparer.Ordinal, PhoneRefused, TextRefused, TooMany, NoCredit, NotAuthorised, Refused);
}
