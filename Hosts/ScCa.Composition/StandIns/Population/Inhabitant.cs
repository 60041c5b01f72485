using NodaTime;
using ScCa.Domain.Platforms;

namespace ScCa.Composition.StandIns.Population;

/// <summary>One of a population: an invented holder and what is known of his certificate on the way.</summary>
internal sealed class Inhabitant(int number, PlatformId platform, RolePolicy role, LocalDate appliesOn)
{
    public int Number { get; } = number;

    public PlatformId Platform { get; } = platform;

    public RolePolicy Role { get; } = role;

    public LocalDate AppliesOn { get; } = appliesOn;

    public string? Unit { get; set; }

    public string? CreditCode { get; init; }

    public string? Person { get; init; }

    public string? IdNumber { get; init; }

    public required string Phone { get; init; }

    /// <summary>In whose name is paid (P1).</summary>
    public string Payer => Role.Holder == HolderKind.Expert ? Person! : Unit ?? Person!;

    /// <summary>Empty until the certificate is applied for.</summary>
    public string Certificate { get; set; } = "";

    /// <summary>How many more steps are taken before the application is left lying; null where it is seen through.</summary>
    public int? StepsLeft { get; set; }

    /// <summary>How the New ends.</summary>
    public NewFate Fate { get; init; }
}

/// <summary>What becomes of an application for a first certificate.</summary>
internal enum NewFate
{
    Issued,
    Withdrawn,
    Rejected,
    Forgotten,
}
