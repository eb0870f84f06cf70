using System.Text;
using System.Text.Json.Nodes;
using Merit.Host.Tests.Pipeline;
using Merit.Host.Warehouse.Forgetting;
using Merit.Host.Warehouse.Versions;
using Microsoft.Data.Sqlite;

namespace Merit.Host.Tests.Warehouse.Forgetting;

/// <summary>Who is forgotten is in no file that Merit keeps, does not come back, and leaves every count as it was.</summary>
public sealed class ForgettingTests : SmallWorkspace
{
    private const string Sources = """
        name: Forgetful
        currency: CNY
        timezone: UTC
        attribution: { default: linear, models: [linear], lookback: 90d }
        sources:
          contacts: { connector: files, path: contacts.csv, into: contacts, columns: { contact_id: id, email: mail, phone: tel, title: title } }
          touchpoints: { connector: files, path: touches.csv, into: touchpoints, columns: { touch_id: id, contact_id: who, occurred_at: at, channel: channel, page: { from: page, type: text } } }
          leads: { connector: files, path: leads.csv, into: leads, columns: { lead_id: id, contact_id: who, created_at: at, email: { from: mail, type: text }, referred_by: by } }
          orders: { connector: sqlite, path: crm.db, table: orders, cursor: changed, into: orders, columns: { order_id: id, contact_id: who, ordered_at: at, amount: amount } }
        """;

    private const string Identity = "\nidentity: { keys: [email, { key: phone, country: \"86\" }] }\n";

    // Whatever of the person stands anywhere, in any form it is kept in.
    private static readonly string[] Traces = ["person-0042", "web-77f3a1", "zhang.wei.42@example.com", "13812345678", "8613812345678", "Zhang Wei", "zhang-wei-notes", "7654321"];

    public ForgettingTests()
    {
        _folder.Write("metrics/own.csx", "");
        _folder.Write("reports/mine.md", "---\ntitle: Mine\n---\n{{metrics \"new_leads\"}}\n");
        _folder.Write("contacts.csv", "id,mail,tel,title\nperson-0042,Zhang.Wei.42@example.com,13812345678,CTO\nweb-77f3a1,zhang.wei.42@example.com,,\nother-1,other@example.com,13900000001,CEO\n");
        _folder.Write("touches.csv", "id,who,at,channel,page\nT1,person-0042,2025-01-01,ads,/zhang-wei-notes\nT2,web-77f3a1,2025-01-02,mail,/\nT3,other-1,2025-01-03,ads,/\nT4,person-0042,not a day,ads,Zhang Wei\n");
        _folder.Write("leads.csv", "id,who,at,mail,by\nL1,person-0042,2025-01-02,zhang.wei.42@example.com,\nL2,,2025-01-03,ZHANG.WEI.42@example.com,\nL3,other-1,2025-01-04,other@example.com,person-0042\n");
        Sql("CREATE TABLE orders (id TEXT PRIMARY KEY, who TEXT, at TEXT, amount TEXT, note TEXT, badge INTEGER, changed INTEGER)");
        Sql("INSERT INTO orders VALUES ('O1', 'person-0042', '2025-02-01', '100', 'for Zhang Wei', 7654321, 1), ('O2', 'other-1', '2025-02-02', '50', 'plain', 1, 2), ('O3', 'web-77f3a1', '2025-02-03', '7', NULL, NULL, 3)");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_of_the_person_is_left_and_every_count_is(bool joined)
    {
        _folder.Write("merit.yaml", Sources + (joined ? Identity : ""));
        await Load();
        await Load();
        Assert.NotEmpty(Found());
        var before = Counts();

        Assert.Equal(1, await MeritForgets("--email", "zhang.wei.42@example.com", joined ? 0 : 1));
        if (!joined)
        {
            // Without rules these are two contacts, and each is named by its id.
            Assert.Contains("MRT1328", Notes, StringComparison.Ordinal);
            await MeritForgets("person-0042");
            await MeritForgets("web-77f3a1");
        }

        Assert.Equal([], Found());
        Assert.Equal(before, Counts());
        Assert.Single(new PublishedVersions(Path.Combine(_folder.Path, ".merit", "warehouse")).All());
        Assert.Equal(["other-1|CEO"], Rows("SELECT contact_id || '|' || title FROM contacts WHERE NOT starts_with(contact_id, 'forgotten-')"));
        Assert.Equal(["0"], Rows("SELECT count(title)::VARCHAR FROM (SELECT title FROM contacts WHERE starts_with(contact_id, 'forgotten-'))").Distinct());
        Assert.Equal(["∅"], Rows("SELECT coalesce(referred_by, '∅') FROM leads WHERE lead_id = 'L3'"));

        // The sources still have everything; a change to an order of theirs is read, and forgotten on the way.
        Sql("UPDATE orders SET amount = '120', note = 'Zhang Wei again', changed = 9 WHERE id = 'O1'");
        await Load();
        Assert.Equal([], Found());
        Assert.Equal(["177.0000"], Rows("SELECT sum(amount)::VARCHAR FROM sales"));
        Assert.Equal(before.Where(c => !c.StartsWith("revenue", StringComparison.Ordinal)), Counts().Where(c => !c.StartsWith("revenue", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_list_says_when_who_asked_and_how_many_rows_and_nothing_else()
    {
        _folder.Write("merit.yaml", Sources + Identity);
        await Load();
        await MeritForgets("web-77f3a1", "--by", "privacy desk");
        Assert.Equal(0, await Run("forget", "--list", "--format", "json"));
        var entry = Assert.Single(JsonNode.Parse(_data.ToString())?.AsArray() ?? []);
        Assert.Equal(("privacy desk", "done", "contacts 1, leads 2, orders 2, touchpoints 2"), ((string?)entry?["by"], (string?)entry?["state"], (string?)entry?["rows"]));
        Assert.DoesNotContain(Traces, t => File.ReadAllText(Path.Combine(_folder.Path, ForgottenPeople.FileName)).Contains(t, StringComparison.OrdinalIgnoreCase));

        Assert.Equal(0, await Run("forget", "person-0042", "--yes"));
        Assert.Contains("forgotten already", Notes, StringComparison.Ordinal);
        Assert.Equal(1, await Run("forget", "nobody", "--yes"));
        Assert.Contains("MRT1327", Notes, StringComparison.Ordinal);
        Assert.Equal(2, await Run("forget", "other-1"));
        Assert.Contains("add --yes", Notes, StringComparison.Ordinal);
        Assert.Equal(2, await Run("forget"));
        Assert.Equal(2, await Run("forget", "other-1", "--list"));
    }

    [Fact]
    public async Task What_was_interrupted_is_ended_by_the_next_load()
    {
        _folder.Write("merit.yaml", Sources + Identity);
        await Load();
        _folder.Write("contacts.csv", "no such column\n1\n");
        Assert.Equal(1, await Run("forget", "person-0042", "--yes"));
        Assert.Contains("begun", await List(), StringComparison.Ordinal);
        Assert.NotEmpty(Found());

        _folder.Write("contacts.csv", "id,mail,tel,title\nperson-0042,Zhang.Wei.42@example.com,13812345678,CTO\nother-1,other@example.com,13900000001,CEO\n");
        await Load();
        Assert.Equal([], Found());
        Assert.Contains("done", await List(), StringComparison.Ordinal);
        Assert.DoesNotContain("begun", await List(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_list_and_another_secret_keep_people_from_coming_back_by_accident()
    {
        _folder.Write("merit.yaml", Sources + "\nidentity: { keys: [email], hash: email, secret: \"${KEY}\" }\n");
        _folder.Write(".env", "KEY=0123456789abcdefg");
        await Load();
        await MeritForgets("person-0042");
        _folder.Write(".env", "KEY=another-secret-0123");
        Assert.Equal(1, await Run("load"));
        Assert.Contains("MRT1329", Notes, StringComparison.Ordinal);
        _folder.Write(ForgottenPeople.FileName, "{");
        Assert.Equal(1, await Run("load"));
        Assert.Contains("MRT1330", Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_hashed_is_nowhere_in_plain_text()
    {
        const string Hashed = "\nidentity: { keys: [email, { key: phone, country: \"86\" }], hash: [email, phone], secret: \"${KEY}\" }\n";
        _folder.Write("merit.yaml", Sources + Identity);
        await Load();
        var people = Rows("SELECT contact_id FROM contacts ORDER BY 1");
        _folder.Write(".env", "KEY=0123456789abcdefg");
        _folder.Write("merit.yaml", Sources.Replace("who, ordered_at: at", "who, email: { from: note, type: text }, ordered_at: at", StringComparison.Ordinal) + Hashed);
        Sql("UPDATE orders SET note = 'zhang.wei.42@example.com' WHERE id = 'O1'");
        _folder.Write("leads.csv", "id,who,at,mail,by\nL1,person-0042,2025-01-02,zhang.wei.42@example.com,\nL2,,no day,ZHANG.WEI.42@example.com,\nL3,other-1,zhang.wei.42@example.com,2025-01-01,\nL4,too,many,fields,13812345678,zhang.wei.42@example.com\n");
        await Load();
        await Load();
        await Load();
        string[] hidden = ["zhang.wei.42@example.com", "13812345678", "0123456789abcdefg"];
        Assert.Equal([], Found(hidden));
        Assert.DoesNotContain(hidden, h => Notes.Contains(h, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(people, Rows("SELECT contact_id FROM contacts ORDER BY 1"));
        Assert.Equal(["(not kept)"], Rows("SELECT DISTINCT raw FROM merit.rejects WHERE source = 'leads'"));
        Assert.Equal(["64"], Rows("SELECT DISTINCT length(email)::VARCHAR FROM contacts"));
        Assert.Equal(0, await Run("explain", "contact", "--email", "ZHANG.wei.42@example.com"));
        Assert.StartsWith("person-0042: ", _data.ToString(), StringComparison.Ordinal);
    }

    private async Task<int> MeritForgets(params object[] args)
    {
        var expected = args is [.., int code] ? code : 0;
        var exit = await Run(["forget", .. args.OfType<string>(), "--yes"]);
        Assert.True(exit == expected, Notes);
        return 1;
    }

    private async Task<string> List()
    {
        Assert.Equal(0, await Run("forget", "--list"));
        return _data.ToString();
    }

    private async Task Load()
    {
        var exit = await Run("load");
        Assert.True(exit == (Notes.Contains("MRT1208", StringComparison.Ordinal) ? 1 : 0) && Notes.Contains("Published version", StringComparison.Ordinal), Notes);
    }

    private Task<int> Run(params string[] args)
    {
        _notes.GetStringBuilder().Clear();
        _data.GetStringBuilder().Clear();
        return Merit(args);
    }

    private IReadOnlyList<string> Counts() =>
    [
        .. Rows("SELECT 'leads ' || count(*) FROM leads"), .. Rows("SELECT 'touches ' || count(*) FROM touchpoints"), .. Rows("SELECT 'revenue ' || sum(amount) FROM sales"),
        .. Rows("SELECT 'customers ' || count(DISTINCT customer_id) || ' ' || count(*) FILTER (first_sale) FROM sales"), .. Rows("SELECT 'credit ' || channel || ' ' || sum(linear) FROM credits GROUP BY channel ORDER BY 1"),
        .. Rows("SELECT 'contacts ' || count(*) FROM contacts"), .. Rows("SELECT 'reached ' || count(DISTINCT contact_id) FROM touchpoints"),
    ];

    private IReadOnlyList<string> Rows(string sql)
    {
        using var session = new PublishedVersions(Path.Combine(_folder.Path, ".merit", "warehouse")).OpenLatest();
        return session.Query(sql, r => r.GetString(0));
    }

    private IReadOnlyList<string> Found(string[]? traces = null) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(_folder.Path, ".merit"), "*", SearchOption.AllDirectories)
            .SelectMany(f => (traces ?? Traces).Where(t => Encoding.Latin1.GetString(File.ReadAllBytes(f)).Contains(t, StringComparison.OrdinalIgnoreCase)).Select(t => $"{Path.GetFileName(f)}: {t}")),
    ];

    private void Sql(string statement)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.Path, "crm.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
