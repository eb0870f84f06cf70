using System.Text;
using FsCheck.Fluent;
using Merit.Connectors.Files;
using Merit.Host.Warehouse.Staging;
using Merit.Metrics.Schema;
using Merit.Tests;

namespace Merit.Host.Tests.Warehouse.Staging;

/// <summary>The scanner that finds lines and the engine that reads values must cut a file alike.</summary>
public sealed class CsvAgreementTests : IDisposable
{
    private readonly LoadBed _bed = new();

    [Fact]
    public void The_size_of_the_window_makes_no_difference()
    {
        var bytes = Gen.Elements("a", "é", ",", "::", "\"", "\"\"", "\n", "\r\n", "\r", " ", "\"x\"", "\"y\nz\"").ListOf(40).Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts)));
        var delimiter = Gen.Elements(",", "::");
        Prop.ForAll(bytes.Zip(delimiter).ToArbitrary(), pair =>
        {
            var (text, separator) = pair;
            var path = _bed.Write("t.csv", text);
            var whole = Scan(path, separator, window: 4096);
            Assert.Equal(whole, Scan(path, separator, window: 4));
            Assert.Equal(whole, Scan(path, separator, window: 7));
        }).Holds();
    }

    [Fact]
    public async Task Every_record_is_read_or_rejected_and_has_its_line()
    {
        foreach (var (seed, records) in Samples())
        {
            var (text, expected) = Written(records);
            _bed.Write("t.csv", text);
            var outcome = await _bed.LoadAsync(_bed.Source(
                "things", "t.csv", [LoadBed.Map("a"), LoadBed.Map("b"), LoadBed.Typed("n", ColumnType.Integer)], new FilesOptions { Delimiter = "," }));
            var load = outcome.Loads[0];
            Assert.Equal((records.Count, records.Count(r => r.Problem is null)), (load.Read, load.Loaded));
            Assert.Equal(load.Read, load.Loaded + load.Rejected);
            Assert.Equal(expected.Where(e => e.Problem is not null).Select(e => (seed, e.Line, e.Raw)), _bed.Rejects().Select(r => (seed, r.Row, r.Raw)));
            Assert.Equal(
                records.Where(r => r.Problem is null).Select(r => $"{(r.A.Length == 0 ? "∅" : r.A)}|{(r.B.Length == 0 ? "∅" : r.B)}|{r.N}"), _bed.Rows("SELECT a, b, n FROM things ORDER BY rowid"));
        }
    }

    public void Dispose() => _bed.Dispose();

    private static List<string> Scan(string path, string delimiter, int window)
    {
        using var scanner = new CsvScanner(path, new CsvDialect(delimiter, "\""), 0, 3, window);
        List<string> seen = [];
        while (scanner.Read())
        {
            seen.Add($"{scanner.Line}: {scanner.Fields} {scanner.Fault} {scanner.Text}");
        }

        return seen;
    }

    private sealed record Record(string A, string B, string N, string? Problem);

    private static IEnumerable<(int Seed, IReadOnlyList<Record> Records)> Samples()
    {
        for (var seed = 1; seed <= 25; seed++)
        {
            var random = new Random(seed);
            string Text() => string.Concat(Enumerable.Range(0, random.Next(5)).Select(i => new[] { "w", "é", "中", " ", ",", "\"", "\n", "\r\n", "x1" }[random.Next(i == 0 ? 3 : 9)]));
            string? Problem() => random.Next(12) switch { 0 => "few", 1 => "many", 2 => "after", 3 => "number", _ => null };
            yield return (seed, [.. Enumerable.Range(1, random.Next(1, 60)).Select(i => new Record(Text(), Text(), $"{i}", seed % 5 == 0 ? null : Problem()))]);
        }
    }

    private static (string Text, IReadOnlyList<(long Line, string Raw, string? Problem)> Expected) Written(IReadOnlyList<Record> records)
    {
        var text = new StringBuilder("a,b,n\n");
        List<(long, string, string?)> expected = [];
        foreach (var record in records)
        {
            var line = 1 + Lines(text.ToString());
            var raw = record.Problem switch
            {
                "few" => "only,two",
                "many" => "1,2,3,4",
                "after" => "\"quoted\"tail,b,1",
                "number" => $"{Quoted(record.A)},{Quoted(record.B)},1.5.1",
                _ => $"{Quoted(record.A)},{Quoted(record.B)},{record.N}",
            };
            expected.Add((line, raw, record.Problem));
            text.Append(raw).Append('\n');
        }

        return (text.ToString(), expected);
    }

    private static int Lines(string text) => text.Replace("\r\n", "\n").Count(c => c is '\n' or '\r');

    private static string Quoted(string field) => field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"")}\"" : field;
}
