using Merit.Diagnostics;
using Merit.Host.Warehouse;
using Merit.Host.Warehouse.Identity;
using Merit.Host.Workspaces;

namespace Merit.Host.Tests.Warehouse.Identity;

public sealed class PeopleTests : IDisposable
{
    private readonly LoadBed _bed = new();

    private static readonly IdentityKey Telephone = IdentityKey.Usual("phone") with { Country = "86" };

    [Fact]
    public async Task Records_of_two_systems_and_visits_before_them_are_one_person_in_every_table()
    {
        var sources = Sources();
        _bed.Identity = Joined();
        await _bed.LoadAsync(sources);
        Assert.Equal(["crm:1|A1|2025-01-05 00:00:00|Li@Example.com|138 0013 8000|cookie-9|CTO", "crm:2|∅|2025-01-06 00:00:00|wang@example.com|∅|∅|∅"], _bed.Rows("SELECT contact_id, account_id, created_at, email, phone, anonymous_id, title FROM contacts ORDER BY 1"));
        Assert.Equal(["T1|crm:1|cookie-9", "T2|crm:1|shop:7", "T3|crm:2|crm:2", "T4|stranger|stranger"], _bed.Rows("SELECT touch_id, contact_id, source_contact_id FROM touchpoints ORDER BY 1"));
        Assert.Equal(["crm:1|T1|ads", "crm:2|T3|mail", "stranger|T4|ads"], _bed.Rows("SELECT contact_id, touch_id, channel FROM first_touches ORDER BY 1"));

        // A lead of whom the source knows an address only is that person's.
        Assert.Equal(["L1|crm:1|∅", "L2|crm:2|crm:2"], _bed.Rows("SELECT lead_id, contact_id, source_contact_id FROM leads WHERE lead_id IN ('L1', 'L2') ORDER BY 1"));
        Assert.Equal(["order:O1|crm:1|A1|A1|true", "order:O2|crm:1|A1|A1|false"], _bed.Rows("SELECT sale_id, contact_id, account_id, customer_id, first_sale FROM sales ORDER BY 1"));
        Assert.Equal(["C1|crm:1|2025-02-01 00:00:00|2025-02-02 00:00:00"], _bed.Rows("SELECT campaign_id, contact_id, registered_at, checked_in_at FROM attendance"));
        Assert.Equal(["identity-joined|1|crm:1"], _bed.Rows("SELECT code, count, examples[1] FROM merit.notes WHERE code LIKE 'identity%'"));
    }

    [Fact]
    public async Task Rows_of_nobody_else_with_one_address_are_a_person_of_their_own()
    {
        var sources = Sources();
        _bed.Identity = Joined();
        await _bed.LoadAsync(sources);
        var strangers = _bed.Rows("SELECT contact_id FROM leads WHERE lead_id IN ('L3', 'L4')");
        Assert.Equal(2, strangers.Count);
        Assert.StartsWith("email:", Assert.Single(strangers.Distinct()), StringComparison.Ordinal);
        Assert.Equal(["L5|∅"], _bed.Rows("SELECT lead_id, contact_id FROM leads WHERE lead_id = 'L5'"));
    }

    [Fact]
    public async Task Without_rules_everything_is_as_it_was_before_them()
    {
        var sources = Sources();
        await _bed.LoadAsync(sources);
        var before = Everything();
        _bed.Identity = Joined();
        await _bed.LoadAsync(sources);
        Assert.NotEqual(before, Everything());
        _bed.Identity = null;
        await _bed.LoadAsync(sources);
        Assert.Equal(before, Everything());
        Assert.Equal(["0"], _bed.Rows("SELECT count(*) FROM duckdb_tables() WHERE table_name LIKE 'identit%'"));
    }

    [Fact]
    public async Task Neither_the_order_of_sources_nor_of_rows_changes_who_is_who()
    {
        var sources = Sources();
        _bed.Identity = Joined();
        await _bed.LoadAsync(sources);
        var people = _bed.Rows("SELECT contact_id, person_id, rank FROM merit.identities ORDER BY ALL");
        var keys = _bed.Rows("FROM merit.identity_keys ORDER BY ALL");
        foreach (var file in System.IO.Directory.GetFiles(_bed.Directory, "*.csv"))
        {
            var lines = System.IO.File.ReadAllLines(file);
            System.IO.File.WriteAllLines(file, [lines[0], .. lines.Skip(1).Reverse()]);
        }

        await _bed.LoadAsync([.. sources.Reverse()]);
        Assert.Equal(people, _bed.Rows("SELECT contact_id, person_id, rank FROM merit.identities ORDER BY ALL"));
        Assert.Equal(keys, _bed.Rows("FROM merit.identity_keys ORDER BY ALL"));
    }

    [Fact]
    public async Task Shared_values_and_those_named_join_nobody_and_are_reported_masked()
    {
        _bed.Write("crm.csv", "id,mail,tel\n1,info@acme.com,13800138000\n2,info@acme.com,13800138000\n3,c@acme.com,+86 138 0013 8000\n");
        _bed.Identity = new IdentitySettings { Keys = [IdentityKey.Usual("email") with { Never = ["info@*"] }, Telephone with { AtMost = 2 }], At = new Place("merit.yaml") };
        await _bed.LoadAsync(_bed.Source("contacts", "crm.csv", "contact_id=id", "email=mail", "phone=tel"));
        Assert.Equal(["1", "2", "3"], _bed.Rows("SELECT contact_id FROM contacts ORDER BY 1"));
        using var session = _bed.Versions.OpenLatest();
        var notes = LoadHistory.Notes(session).ToDictionary(n => n.Code, n => string.Join(", ", n.Examples));
        Assert.Equal(("phone …000 (3)", "email i…@acme.com"), (notes["identity-shared"], notes["identity-never"]));
    }

    [Fact]
    public async Task A_person_is_explained_by_its_records_values_and_what_would_split_it()
    {
        var sources = Sources();
        _bed.Identity = Joined();
        await _bed.LoadAsync(sources);
        using var session = _bed.Versions.OpenLatest();
        var reader = new PersonReader(session, _bed.Identity);
        Assert.Equal("crm:1", reader.Find(new PersonName("cookie-9", null)));
        Assert.Equal("crm:1", reader.Find(new PersonName(null, " LI@example.com")));
        var person = reader.Read("crm:1");
        Assert.Equal(["crm:1", "shop:7", "cookie-9"], person.Records.Where(r => !r.ContactId.StartsWith("email:", StringComparison.Ordinal)).Select(r => r.ContactId));
        Assert.Equal([true, true, false], person.Records.Take(3).Select(r => r.IsRecord).ToArray());
        Assert.Contains("crm → contacts", person.Records[0].Sources);
        var telephone = Assert.Single(person.Values, v => v.Key == "phone");
        Assert.Equal(("…000", "joins"), (telephone.Shown, telephone.Outcome));
        Assert.Equal(2, telephone.Without.Count);
        Assert.Equal(["shop:7", "cookie-9"], telephone.Without[1]);
        Assert.Equal(["T1", "T2", "O1", "O2", "L1"], person.Deeds.Where(d => d.Table is not "attendance").Select(d => d.Id).OrderBy(i => "TOL".IndexOf(i[0])).ThenBy(i => i));
        Assert.Contains(person.Rows, r => r is { Table: "orders", Count: 2 });
        Assert.Equal("MRT1327", Assert.Throws<MeritException>(() => reader.Find(new PersonName("nobody", null))).Diagnostics[0].Code);
    }

    [Fact]
    public async Task Scripts_may_use_the_contact_a_row_came_with()
    {
        var sources = Sources();
        _bed.Identity = Joined();
        await _bed.LoadAsync(sources);
        using var session = _bed.Versions.OpenLatest();
        var column = SchemaReader.Read(session).Table("touchpoints")?.Column(People.SourceContact);
        Assert.True(column?.Loaded);
        Assert.Equal(column, DeclaredSchema.Of(_bed.Workspace(sources)).Table("touchpoints")?.Column(People.SourceContact));
    }

    public void Dispose() => _bed.Dispose();

    private static IdentitySettings Joined() => new() { Keys = [IdentityKey.Usual("email"), Telephone, IdentityKey.Usual("anonymous_id")], At = new Place("merit.yaml") };

    private IReadOnlyList<string> Everything() =>
    [
        .. new[] { "contacts", "touchpoints", "leads", "orders", "attendance", "first_touches", "sales", "conversions" }.SelectMany(t => _bed.Rows($"FROM {t} ORDER BY ALL").Select(r => $"{t}: {r}")),
    ];

    private Source[] Sources()
    {
        _bed.Write("crm.csv", "id,account,created,mail,tel,title\n1,A1,2025-01-05,Li@Example.com,138 0013 8000,CTO\n2,,2025-01-06,wang@example.com,,\n");
        _bed.Write("shop.csv", "id,created,tel,cookie\n7,2025-01-20,+86 13800138000,cookie-9\n");
        _bed.Write("visits.csv", "id,who,at,channel\nT1,cookie-9,2025-01-01,ads\nT2,shop:7,2025-01-21,mail\nT3,crm:2,2025-01-07,mail\nT4,stranger,2025-01-08,ads\n");
        _bed.Write("leads.csv", "id,who,mail,at\nL1,,li@example.com,2025-01-22\nL2,crm:2,,2025-01-22\nL3,,new@example.com,2025-01-22\nL4,,NEW@example.com,2025-01-23\nL5,,no address,2025-01-23\n");
        _bed.Write("orders.csv", "id,who,amount,at\nO1,crm:1,100,2025-02-01\nO2,shop:7,50,2025-02-03\n");
        _bed.Write("attendance.csv", "event,who,registered,came\nC1,crm:1,2025-02-01,\nC1,shop:7,,2025-02-02\n");
        return
        [
            _bed.Source("contacts", "crm.csv", [LoadBed.Sql("contact_id", "'crm:' || id"), LoadBed.Map("account_id=account"), LoadBed.Map("created_at=created"), LoadBed.Map("email=mail"), LoadBed.Map("phone=tel"), LoadBed.Map("title")]),
            _bed.Source("contacts", "shop.csv", [LoadBed.Sql("contact_id", "'shop:' || id"), LoadBed.Map("created_at=created"), LoadBed.Map("phone=tel"), LoadBed.Map("anonymous_id=cookie")]),
            _bed.Source("touchpoints", "visits.csv", "touch_id=id", "contact_id=who", "occurred_at=at", "channel"),
            _bed.Source("leads", "leads.csv", "lead_id=id", "contact_id=who", "email=mail", "created_at=at"),
            _bed.Source("orders", "orders.csv", "order_id=id", "contact_id=who", "amount", "ordered_at=at"),
            _bed.Source("attendance", "attendance.csv", "campaign_id=event", "contact_id=who", "registered_at=registered", "checked_in_at=came"),
        ];
    }
}
