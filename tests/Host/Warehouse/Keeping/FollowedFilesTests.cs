using FsCheck;
using FsCheck.Fluent;
using Merit.Connectors.Files;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Loading;

namespace Merit.Host.Tests.Warehouse.Keeping;

/// <summary>A folder of which only new and changed files are read.</summary>
public sealed class FollowedFilesTests : IDisposable
{
    private readonly LoadBed _bed = new();

    [Fact]
    public async Task Only_new_and_changed_files_are_read_and_what_is_gone_goes()
    {
        Day("a", "1,10", "2,x");
        Day("b", "3,30");
        var first = await LoadAsync();
        Assert.Equal((3, 2, 1), (first.Loads[0].Read, first.Loads[0].Loaded, first.Loads[0].Rejected));
        Assert.Equal(3, first.Changes[0].Rows);
        Assert.Equal("days/a.csv 3 \"x\" is not an amount of money", Rejected());

        // Touched, but the same; and nothing at all.
        File.SetLastWriteTimeUtc(Path.Combine(_bed.Directory, "days/a.csv"), new DateTime(2025, 6, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(0, (await LoadAsync()).Changes[0].Rows);
        Assert.Equal(0, (await LoadAsync()).Changes[0].Rows);
        Assert.Equal(["1|10.0000", "3|30.0000"], Orders());
        Assert.Equal("days/a.csv 3 \"x\" is not an amount of money", Rejected());

        // Of the same size and time: its content tells.
        Day("b", "3,31");
        Day("c", "4,40", "5,50");
        var third = await LoadAsync();
        Assert.Equal(3, third.Changes[0].Rows);
        Assert.Equal(["1|10.0000", "3|31.0000", "4|40.0000", "5|50.0000"], Orders());

        File.Delete(Path.Combine(_bed.Directory, "days/a.csv"));
        var fourth = await LoadAsync();
        var gone = Assert.Single(fourth.Warnings);
        Assert.Equal((LoadRules.FilesGone, "Files of the source 'days' are gone, and their rows with them, 1 in all: days/a.csv."), (gone.Rule, gone.Message));
        Assert.Equal(["3|31.0000", "4|40.0000", "5|50.0000"], Orders());
        Assert.Empty(_bed.Rejects());
        Assert.Empty((await LoadAsync()).Warnings);
    }

    [Fact]
    public async Task Broken_rows_stay_rejected_until_their_file_changes()
    {
        Day("a", "1,10", "2,3,4");
        Day("b", "2,3,4");
        await LoadAsync();
        Assert.Equal(["days/a.csv 3", "days/b.csv 2"], _bed.Rejects().Select(r => $"{r.File} {r.Row}"));
        await LoadAsync();
        Assert.Equal(2, _bed.Rejects().Count);
        Day("b", "2,3");
        await LoadAsync();
        Assert.Equal(["days/a.csv 3"], _bed.Rejects().Select(r => $"{r.File} {r.Row}"));
        Assert.Equal(["1|10.0000", "2|3.0000"], Orders());
    }

    [Fact]
    public void Day_by_day_comes_to_what_one_look_at_all_files_gives() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => RunAsync(new Random(seed)).GetAwaiter().GetResult()));

    public void Dispose() => _bed.Dispose();

    private static async Task RunAsync(Random random)
    {
        using var tests = new FollowedFilesTests();
        tests.Day("always", [.. Enumerable.Range(100, 150).Select(i => $"{i},{i}")]);
        var updated = 0;
        for (var day = 0; day < 4; day++)
        {
            for (var change = 0; change < 3; change++)
            {
                var file = random.Next(4);
                if (random.Next(4) == 0)
                {
                    File.Delete(Path.Combine(tests._bed.Directory, "days", $"f{file}.csv"));
                    continue;
                }

                // Sound rows, one that is no money, one that is broken, and on the last day one whose key another file has as well.
                var value = random.Next(100);
                tests.Day($"f{file}", $"{file},{value}", $"x{file},{(random.Next(3) == 0 ? "none" : $"{value}")}", random.Next(3) == 0 ? "a,b,c" : "", day == 3 ? "twice,1" : "");
            }

            updated += (await tests.LoadAsync()).Changes.Count(c => c.Updated);
        }

        Assert.True(updated > 0, "No day's changes were mapped by themselves.");
        await tests.LoadAsync();
        var growing = (tests.Orders(), tests._bed.Rejects());
        tests._bed.ReadsAnew = true;
        await tests.LoadAsync();
        Assert.Equal(tests.Orders(), growing.Item1);
        Assert.Equal(tests._bed.Rejects(), growing.Item2);
    }

    private void Day(string name, params string[] lines) => _bed.Write($"days/{name}.csv", "id,amount\n" + string.Concat(lines.Where(l => l.Length > 0).Select(l => l + "\n")));

    private Task<LoadOutcome> LoadAsync() =>
        _bed.LoadAsync(_bed.Source("orders", "days", [LoadBed.Map("order_id=id"), LoadBed.Map("amount")], new FilesOptions { Follow = true, PadShortRows = false }, "days"));

    private IReadOnlyList<string> Orders() => _bed.Rows("SELECT order_id, amount FROM orders ORDER BY 1");

    private string Rejected() => string.Join("; ", _bed.Rejects().Select(r => $"{r.File} {r.Row} {r.Reason}"));
}
