using ScCa.Application.BackOffice;
using ScCa.Console.Terminal;
using Spectre.Console;

namespace ScCa.Console.Staff;

/// <summary>An account as programs read it.</summary>
/// <param name="Code">A one-time code where one was made: told now, and never again.</param>
internal sealed record StaffAccountDocument(string Account, string Name, IReadOnlyList<string> Roles, IReadOnlyList<RequestedRole> Requests, bool Closed, string? Code);

/// <summary>Accounts and roles, and what waits for a second administrator.</summary>
internal static class StaffScreen
{
    public static void Write(IReadOnlyList<StaffAccountRow> rows, string? code, bool isList, bool json, Speech speech)
    {
        if (json)
            Document(rows, code, isList);
        else
            Table(rows, code, speech);
    }

    private static void Document(IReadOnlyList<StaffAccountRow> rows, string? code, bool isList)
    {
        var documents = rows.Select(row => new StaffAccountDocument(row.Account, row.Name, row.Roles, row.Requests, row.IsClosed, code)).ToList();
        if (isList)
            JsonOut.Write(documents);
        else
            JsonOut.Write(documents.Single());
    }

    private static void Table(IReadOnlyList<StaffAccountRow> rows, string? code, Speech speech)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in new[] { "account", "name", "roles", "requests" })
            table.AddColumn(new TableColumn(Screen.Plain(speech[$"staff.column-{column}"])));
        foreach (var row in rows)
        {
            table.AddRow(
                Screen.Plain(row.Account),
                Screen.Plain(row.Name),
                Screen.Plain(row.IsClosed ? speech["staff.closed"] : string.Join(speech["staff.list"], row.Roles.Select(role => speech[$"staff.roles.{role}"]))),
                Screen.Plain(string.Join(speech["staff.list"], row.Requests.Select(r => speech.Say("staff.requested", ("role", speech[$"staff.roles.{r.Role}"]), ("by", r.By))))));
        }

        Screen.Create().Write(table);
        if (code is not null)
            System.Console.Out.WriteLine(speech.Say("staff.code", ("account", rows.Single().Account), ("code", code)));
    }
}
