using System.Globalization;
using System.Text;
using Merit.Host.Commands;
using Merit.Host.Commands.Answers;
using Merit.Host.Warehouse.Identity;

namespace Merit.Host.Explaining;

/// <summary>A person as someone at the terminal reads it.</summary>
internal static class PersonText
{
    public static string Of(Person person)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{person.Id}: {Counted.Of(person.Records.Count, "contact id")}{(person.Rows.Count == 0 ? "" : ", " + string.Join(", ", person.Rows.Select(r => $"{r.Table} {Counted.Number(r.Count)}")))}\n");
        Section(text, "Contact ids", new Listing(["contact_id", "record", "created_at", "sources"], [])
        {
            Labels = ["contact id", "known by", "created at (UTC)", "sources"],
            Texts = [.. person.Records.Select(r => (IReadOnlyList<string>)[r.ContactId, r.IsRecord ? "a record of contacts" : "other tables", Moment(r.CreatedAt), string.Join(", ", r.Sources)])],
        });
        if (person.Values.Count > 0)
        {
            Section(text, "What identifies them", new Listing(["key", "value", "outcome", "contacts", "sources", "without"], [])
            {
                Labels = ["key", "value", "what it does", "contact ids", "sources", "without it"],
                Texts = [.. person.Values.Select(v => (IReadOnlyList<string>)[v.Key, v.Shown, Outcome(v), string.Join(", ", v.Contacts), string.Join(", ", v.Sources), Without(v)])],
            });
        }

        if (person.Deeds.Count > 0)
        {
            Section(text, "What they did", new Listing(["at", "table", "id", "what", "contact"], [])
            {
                Labels = ["at (UTC)", "table", "id", "what", "as"],
                Texts = [.. person.Deeds.Select(d => (IReadOnlyList<string>)[Moment(d.At), d.Table, d.Id, d.What, d.Contact ?? ""])],
            });
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string Outcome(PersonValue value) => value.Outcome switch
    {
        "joins" => "joins them",
        "shared" => $"joins nobody: {Counted.Of(value.People ?? 0, "person", "people")} share it",
        "never" => "joins nobody: 'never' names it",
        _ => "nobody else has it",
    };

    private static string Without(PersonValue value) => value switch
    {
        { Outcome: not "joins" } => "",
        { Without.Count: 0 } => "still one person",
        _ => $"{Counted.Of(value.Without.Count, "person", "people")}: {string.Join(" | ", value.Without.Select(p => string.Join(", ", p)))}",
    };

    private static string Moment(DateTime? at) => at?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";

    private static void Section(StringBuilder text, string title, Listing listing) =>
        text.Append('\n').Append(title).Append('\n').Append(TableWriter.Text(listing)).Append('\n');
}
