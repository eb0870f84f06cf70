using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Merit.Metrics.Language;
using Merit.Scripting.Running;

namespace Merit.Scripting.Tests.Running;

public sealed class ScriptRunnerTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200);

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) ;")]
    [InlineData("do { } while (true);")]
    [InlineData("for (;;) { }")]
    [InlineData("for (;;) for (;;) { }")]
    [InlineData("IEnumerable<int> All() { while (true) yield return 1; } foreach (var n in All()) { }")]
    [InlineData("IEnumerable<int> All() { while (true) yield return 1; } All().Count();")]
    [InlineData("Enumerable.Range(0, int.MaxValue).SelectMany(a => Enumerable.Range(0, int.MaxValue)).Count(b => b < 0);")]
    [InlineData("Func<int> f = () => { while (true) { } }; f();")]
    [InlineData("Action f = () => { while (true) { } }; f();")]
    [InlineData("Action f = delegate { while (true) { } }; f();")]
    [InlineData("int F(int n) { while (n >= 0) n = 1; return n; } F(1);")]
    public void A_script_that_never_ends_is_stopped(string script)
    {
        var finding = Assert.Single(Scripts.Findings(() => Scripts.Run(Short, ("metrics/slow.csx", "Metric(\"r\", Count(leads));\n" + script))));

        Assert.Equal("MRT2011", finding.Code);
        Assert.Equal("metrics/slow.csx(2)", finding.At?.ToString());
        Assert.Contains("0.2 seconds", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n\nEnumerable.Repeat(Enumerable.Repeat(0, int.MaxValue), 40).Max(Enumerable.Sum);", "metrics/slow.csx(3)")]
    [InlineData("Metric(\"r\", Count(leads));\nif (1 < 2)\n{\n    var n = Enumerable.Repeat(Enumerable.Repeat(0, int.MaxValue), 40).Max(Enumerable.Sum);\n}", "metrics/slow.csx(4)")]
    public void A_script_that_waits_inside_the_library_is_left_behind(string script, string at)
    {
        var compiled = Scripts.Compile(("metrics/slow.csx", script));

        var finding = Assert.Single(Scripts.Findings(() => new ScriptRunner(TimeProvider.System) { Limits = new ScriptLimits { Time = Short, Grace = Short } }.Run(compiled).Whole()));

        Assert.Equal(("MRT2011", at), (finding.Code, finding.At?.ToString()));
    }

    [Theory]
    [InlineData("var all = new List<byte[]>();\nwhile (true) all.Add(new byte[100_000]);")]
    [InlineData("var text = \"x\";\nfor (;;) text += text + new string('x', 1_000_000);")]
    [InlineData("IEnumerable<byte[]> All() { while (true) yield return new byte[100_000]; }\nvar all = All().ToList();")]
    public void A_script_that_takes_more_and_more_memory_is_stopped(string script)
    {
        var compiled = Scripts.Compile(("metrics/large.csx", script));
        var finding = Assert.Single(Scripts.Findings(() => new ScriptRunner(TimeProvider.System) { Limits = new ScriptLimits { Memory = 64 << 20 } }.Run(compiled).Whole()));

        Assert.Equal("MRT2013", finding.Code);
        Assert.Matches(@"metrics/large\.csx\([12]\)", finding.At?.ToString());
    }

    [Fact]
    public void What_is_dropped_again_is_not_held() => Assert.Single(
        new ScriptRunner(TimeProvider.System) { Limits = new ScriptLimits { Memory = 64 << 20, Time = TimeSpan.FromSeconds(60) } }
            .Run(Scripts.Compile(("metrics/a.csx", "var n = 0L; for (var i = 0; i < 2000; i++) n += new byte[1_000_000].Length; Metric(\"r\", Count(leads));"))).Whole().Metrics);

    [Theory]
    [InlineData("e.Select(x => x + 1)", "metrics/bad.csx(2) MRT2012")]
    [InlineData("e.Where(x => x > 0).Skip(0)", "metrics/bad.csx(2) MRT2012")]
    public void Iterators_nested_a_hundred_thousand_times_do_not_end_the_process(string nested, string expected)
    {
        var finding = Scripts.FindingOf($"IEnumerable<int> e = new[] {{ 1 }};\nfor (var i = 0; i < 100_000; i++) e = {nested};\nvar first = e.First(x => x > 7);");

        Assert.Equal(expected, $"{finding.At} {finding.Code}");
    }

    [Theory]
    [InlineData("int F(int n) => F(n + 1);\nF(1);")]
    [InlineData("int F(int n) { return F(n + 1); }\nF(1);")]
    [InlineData("void F() => F();\nF();")]
    [InlineData("Func<int, int> f = null; f = x => f(x);\nf(1);")]
    [InlineData("Action f = null; f = () => f();\nf();")]
    [InlineData("Func<int, Func<int, int>> f = null; f = x => y => f(x)(y);\nf(1)(2);")]
    public void A_function_that_calls_itself_without_end_does_not_take_the_process_down(string script)
    {
        var finding = Scripts.FindingOf(script);

        Assert.Equal(("MRT2012", "metrics/bad.csx(1)"), (finding.Code, finding.At?.ToString()));
    }

    [Theory]
    [InlineData("var x = leads.score + 1;\nfor (var i = 0; i < 1_000_000; i++)\n    x = x + 1;", "1000 steps")]
    [InlineData("Measure m = Count(leads);\nfor (var i = 0; i < 1_000_000; i++)\n    m = m + 1;", "1000 steps")]
    [InlineData("var x = leads.score + 1;\nfor (var i = 0; i < 60; i++)\n    x = x + x;", "100000 parts")]
    [InlineData("var x = leads.score > 1;\nfor (var i = 0; i < 1_000_000; i++)\n    x = !x;", "1000 steps")]
    public void An_expression_that_grows_without_end_does_not_take_the_process_down(string script, string words)
    {
        var finding = Scripts.FindingOf(script + "\nMetric(\"r\", Count(leads));");

        Assert.Equal(("MRT2010", "metrics/bad.csx(3)"), (finding.Code, finding.At?.ToString()));
        Assert.Contains(words, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_expression_is_none() => Assert.Equal(2, Scripts.Run(
        "Measure m = Count(leads); for (var i = 0; i < 900; i++) m = m + 1; Metric(\"r\", m);\nvar x = leads.score + 1; for (var i = 0; i < 900; i++) x = x + 1; Metric(\"s\", Sum(x));").Metrics.Count);
    [Fact]
    public void What_a_script_throws_is_told_with_its_line()
    {
        var findings = Scripts.Findings(() => Scripts.Run(
            ("metrics/a.csx", "var x = 1;\n\nvar y = new[] { 1, 2 }[x + 2];"),
            ("metrics/b.csx", "void Fail()\n{\n    throw new InvalidOperationException(\"no such region\");\n}\nFail();"),
            ("metrics/c.csx", "foreach (var s in new[] { 1 })\n    int.Parse(\"x\");")));

        Assert.Equal("metrics/a.csx(3) metrics/b.csx(3) metrics/c.csx(2)", string.Join(' ', findings.Select(f => f.At)));
        Assert.All(findings, f => Assert.Equal("MRT2010", f.Code));
        Assert.Equal("The script stopped with InvalidOperationException: no such region", findings[1].Message);
    }

    [Fact]
    public void Checks_leave_meaning_and_lines_as_they_were()
    {
        var definitions = Scripts.Run("""
            int Twice(int n) => n * 2;
            void Add(string id) => Metric(id, Count(leads));
            Func<int, Func<int, int>> plus = a => b => a + b;
            Action<string> add = s => Add(s);
            Func<int, int> fail = n => throw new InvalidOperationException();
            for (var i = 0; i < 2; i++) for (var j = 0; j < 2; j++) if (i != j) add($"n_{Twice(i)}_{plus(i)(j)}");
            ref int First(int[] all) => ref all[0];
            var numbers = new[] { 1 }; First(numbers)++;
            Metric("last_" + numbers[0],
                Count(leads));
            """);

        Assert.Equal("n_0_1 n_2_1 last_2", string.Join(' ', definitions.Metrics.Select(m => m.Id)));
        Assert.Equal("metrics/test.csx(2) metrics/test.csx(9)", string.Join(' ', definitions.Metrics.Select(m => m.At).Distinct()));
    }

    [Fact]
    public void Numbers_are_written_the_same_on_every_machine()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
            Assert.Equal("1.5", Scripts.Run("Metric(\"r\", Count(leads)).Describe($\"{1.5}\");").Metric("r")?.Description);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void Nothing_of_a_script_stays_loaded_while_its_definitions_live()
    {
        var compiled = Scripts.Compile(("metrics/a.csx", "Metric(\"r\", Sum(leads.seats).Where(leads.region == \"x\"));"));
        var (context, definitions) = RunAndForget(compiled);

        for (var i = 0; i < 20 && context.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(context.IsAlive);
        Assert.Equal("r", definitions.Metrics[0].Id);
    }

    // Apart, so that no local of the test keeps the context.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Context, Definitions Definitions) RunAndForget(CompiledScripts compiled)
    {
        var context = new ScriptContext(compiled);
        using var scope = DefinitionScope.Begin();
        context.Execute(compiled.Scripts[0]);
        Assert.Contains(AssemblyLoadContext.All, c => ReferenceEquals(c, context));
        context.Dispose();
        return (new WeakReference(context), scope.Complete());
    }
}
