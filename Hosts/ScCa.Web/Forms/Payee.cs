namespace ScCa.Web.Forms;

/// <summary>The account that applicants transfer to, as configured; without one, pages say where to ask.</summary>
internal sealed record Payee(string? AccountName = null, string? Bank = null, string? AccountNumber = null)
{
    public bool IsKnown => AccountName is not null && AccountNumber is not null;
}
