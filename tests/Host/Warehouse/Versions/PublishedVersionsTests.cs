using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Versions;

namespace Merit.Host.Tests.Warehouse.Versions;

public sealed class PublishedVersionsTests : IDisposable
{
    private readonly LoadBed _bed = new();

    private PublishedVersions Versions => _bed.Versions;

    private string Folder => Path.Combine(_bed.Directory, ".merit", "warehouse");

    [Fact]
    public void Nothing_published_is_said_with_the_next_step()
    {
        var finding = Assert.Single(Assert.Throws<MeritException>(() => Versions.OpenLatest()).Diagnostics);
        Assert.Equal(WarehouseRules.NothingPublished, finding.Rule);
    }

    [Fact]
    public void Each_publication_is_the_latest_and_three_are_kept()
    {
        for (var i = 1; i <= 5; i++)
        {
            Publish(i);
            Assert.Equal(i, Read());
        }

        Assert.Equal(["v00000003.duckdb", "v00000004.duckdb", "v00000005.duckdb"], Versions.All().Select(v => Path.GetFileName(v.Path)));
        Assert.Equal(["load.lock", "v00000003.duckdb", "v00000004.duckdb", "v00000005.duckdb"], Directory.EnumerateFiles(Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_reader_keeps_the_version_it_opened()
    {
        Publish(1);
        using var reader = Versions.OpenLatest();
        for (var i = 2; i <= 6; i++)
        {
            Publish(i);
        }

        Assert.Equal(1, reader.Scalar<int>("SELECT a FROM t"));
        Assert.Equal(6, Read());
    }

    [Fact]
    public void A_version_that_is_dropped_becomes_the_next_draft_whatever_is_in_it()
    {
        Assert.SkipWhen(OperatingSystem.IsMacOS() || new DriveInfo(_bed.Directory).DriveFormat is "btrfs" or "xfs" or "zfs", "Files are cloned here.");
        var versions = new PublishedVersions(Folder, spareFrom: 0);
        var spare = Path.Combine(Folder, "spare.duckdb");
        Publish(1);
        for (var value = 2; value <= 9; value++)
        {
            Add(value);
            Assert.Equal(Sum(value), ReadSum());
            Assert.Equal(value > 3, File.Exists(spare));
        }

        // One that another load left half done, or that holds something else, does as well; so does none.
        using (var failed = versions.BeginDraft(DraftContent.Copy))
        {
            failed.Open([]).Execute("CREATE TABLE half AS FROM range(100000); DELETE FROM t");
        }

        Assert.True(File.Exists(spare));
        Add(10);
        File.WriteAllText(spare, "anything");
        Add(11);
        File.Delete(spare);
        Add(12);
        Assert.Equal(Sum(12), ReadSum());

        // A draft from nothing has no use for it.
        Publish(1);
        Assert.Equal(1, Read());
        using (var empty = versions.BeginDraft(DraftContent.Empty))
        {
            empty.Open([]).Execute("CREATE TABLE t AS SELECT 1 AS a");
            empty.Publish();
        }

        Assert.False(File.Exists(spare));

        void Add(int value)
        {
            using var draft = versions.BeginDraft(DraftContent.Copy);
            draft.Open([]).Execute($"INSERT INTO t VALUES ({value}); CREATE OR REPLACE TABLE noise AS SELECT hash(range + {value}) AS h FROM range(50000)");
            draft.Publish();
        }
    }

    [Fact]
    public void A_reader_keeps_the_version_it_opened_when_that_would_become_a_draft()
    {
        var versions = new PublishedVersions(Folder, spareFrom: 0);
        Publish(1);
        using var reader = versions.OpenLatest();
        for (var value = 2; value <= 8; value++)
        {
            using var draft = versions.BeginDraft(DraftContent.Copy);
            draft.Open([]).Execute("UPDATE t SET a = a + 1");
            draft.Publish();
        }

        Assert.Equal(1, reader.Scalar<int>("SELECT a FROM t"));
        Assert.Equal(8, Read());
    }

    [Fact]
    public void Two_loads_at_once_are_refused_and_the_first_is_unharmed()
    {
        using var first = Versions.BeginDraft(DraftContent.Empty);
        var session = first.Open([]);
        session.Execute("CREATE TABLE t AS SELECT 7 AS a");
        var finding = Assert.Single(Assert.Throws<MeritException>(() => Versions.BeginDraft(DraftContent.Empty)).Diagnostics);
        Assert.Equal(WarehouseRules.AnotherLoad, finding.Rule);
        first.Publish();
        Assert.Equal(7, Read());
    }

    [Fact]
    public void A_failed_load_leaves_the_last_version_and_nothing_else()
    {
        Publish(1);
        using (var draft = Versions.BeginDraft(DraftContent.Empty))
        {
            draft.Open([]).Execute("CREATE TABLE t AS SELECT 2 AS a");
        }

        Assert.Equal(1, Read());
        Assert.Empty(Directory.EnumerateDirectories(Folder, "drafts"));
        Publish(3);
        Assert.Equal(3, Read());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_killed_load_leaves_the_last_version_and_the_next_load_clears_up(bool inTransaction)
    {
        Publish(1);
        var remains = Path.Combine(_bed.Directory, "remains");
        using (var draft = Versions.BeginDraft(DraftContent.Copy))
        {
            var session = draft.Open([]);
            session.Execute($"{(inTransaction ? "BEGIN;" : "")} CREATE TABLE half AS SELECT range AS a FROM range(100000); UPDATE t SET a = 2");
            File.WriteAllText(Path.Combine(draft.TempDirectory, "piece.csv"), "x");

            // What a kill leaves on disk is what is there now: nothing of the process runs afterwards.
            Copy(Path.Combine(Folder, "drafts"), remains);
        }

        Copy(remains, Path.Combine(Folder, "drafts"));
        Assert.Equal(1, Read());
        using (var next = Versions.BeginDraft(DraftContent.Copy))
        {
            Assert.False(File.Exists(Path.Combine(next.TempDirectory, "piece.csv")));
            var session = next.Open([]);
            Assert.Equal(1, session.Scalar<int>("SELECT a FROM t"));
            session.Execute("UPDATE t SET a = 3");
            next.Publish();
        }

        Assert.Equal(3, Read());
    }

    [Fact]
    public void A_draft_starts_from_the_last_version_or_from_nothing()
    {
        Publish(1);
        using (var copy = Versions.BeginDraft(DraftContent.Copy))
        {
            Assert.Equal(1, copy.Open([]).Scalar<int>("SELECT a FROM t"));
        }

        using var empty = Versions.BeginDraft(DraftContent.Empty);
        Assert.Equal(0, empty.Open([]).Scalar<long>("SELECT count(*) FROM duckdb_tables()"));
    }

    [Fact]
    public void A_damaged_file_is_named()
    {
        Publish(1);
        File.WriteAllText(Versions.All()[^1].Path, "this is no warehouse");
        var finding = Assert.Single(Assert.Throws<MeritException>(() => Versions.OpenLatest()).Diagnostics);
        Assert.Equal(WarehouseRules.Unreadable, finding.Rule);
        Assert.Contains("v00000001.duckdb", finding.Message);
    }

    [Fact]
    public void Other_files_in_the_folder_are_none_of_its_versions()
    {
        Publish(1);
        File.WriteAllText(Path.Combine(Folder, "vacation.duckdb"), "");
        Assert.Equal(1, Read());
    }

    public void Dispose() => _bed.Dispose();

    private void Publish(int value)
    {
        using var draft = Versions.BeginDraft(DraftContent.Empty);
        draft.Open([]).Execute($"CREATE TABLE t AS SELECT {value} AS a");
        Assert.Equal(Versions.Latest?.Number + 1 ?? 1, draft.Publish().Number);
    }

    private static int Sum(int last) => last * (last + 1) / 2;

    private int ReadSum()
    {
        using var session = Versions.OpenLatest();
        return session.Scalar<int>("SELECT sum(a)::INTEGER FROM t");
    }

    private int Read()
    {
        using var session = Versions.OpenLatest();
        return session.Scalar<int>("SELECT a FROM t");
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
