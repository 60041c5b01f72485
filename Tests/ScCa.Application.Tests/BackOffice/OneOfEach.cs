using ScCa.Application.Tests.Staff;
using ScCa.Domain.Staff;
using ScCa.Testing;
using Xunit;

namespace ScCa.Application.Tests.BackOffice;

/// <summary>An office with one member of staff for each role, and one without any.</summary>
public sealed class OneOfEach : IAsyncLifetime
{
    public const string WithoutRole = "nothing-yet";

    private Office? office;

    internal Office Office => office ?? throw new TestFailedException("The office is not open.");

    public static string Account(StaffRole role) => $"a-{role}";

    public async ValueTask InitializeAsync()
    {
        office = await Office.Open();
        foreach (var role in Enum.GetValues<StaffRole>())
            await office.Member(Account(role), role);
        await office.Member(WithoutRole);
    }

    public ValueTask DisposeAsync() => Office.DisposeAsync();
}
