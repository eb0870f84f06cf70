namespace Merit.Scripting.Tests.Guards;

/// <summary>Ways around the guard, each of which must be refused before anything runs, at its place.</summary>
public sealed class BypassTests
{
    [Theory]
    [InlineData("System.IO.File.ReadAllText(\"/etc/passwd\")")]
    [InlineData("global::System.IO.File.Exists(\"x\")")]
    [InlineData("new System.IO.FileInfo(\"x\").Length")]
    [InlineData("System.Environment.GetEnvironmentVariable(\"HOME\")")]
    [InlineData("System.Environment.CurrentManagedThreadId")]
    [InlineData("Environment.ExitCode = 3")]
    [InlineData("System.Diagnostics.Debugger.Launch()")]
    [InlineData("System.Threading.Thread.CurrentThread")]
    [InlineData("System.Threading.Tasks.Task.Run(() => 1)")]
    [InlineData("System.AppDomain.CurrentDomain")]
    [InlineData("GC.GetTotalMemory(false)")]
    [InlineData("AppContext.BaseDirectory")]
    [InlineData("Console.Out")]
    [InlineData("DateTime.Now")]
    [InlineData("DateTime.UtcNow.Year")]
    [InlineData("DateTime.Today")]
    [InlineData("DateTimeOffset.UtcNow")]
    [InlineData("new DateTime(2025, 1, 1).ToLocalTime()")]
    [InlineData("TimeZoneInfo.Local")]
    [InlineData("Guid.NewGuid()")]
    [InlineData("new Random().Next()")]
    [InlineData("leads.GetType()")]
    [InlineData("\"\".GetType().Assembly")]
    [InlineData("typeof(string)")]
    [InlineData("typeof(string).Assembly.GetTypes()")]
    [InlineData("Activator.CreateInstance(null, \"System.IO.FileInfo\")")]
    [InlineData("System.Reflection.Assembly.GetExecutingAssembly()")]
    [InlineData("System.Runtime.Loader.AssemblyLoadContext.Default")]
    [InlineData("new Func<int>(() => 1).Method")]
    [InlineData("((Delegate)new Func<int>(() => 1)).DynamicInvoke()")]
    [InlineData("System.Runtime.InteropServices.Marshal.AllocHGlobal(8)")]
    [InlineData("System.Runtime.CompilerServices.Unsafe.SizeOf<int>()")]
    [InlineData("System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(leads)")]
    [InlineData("System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack()")]
    [InlineData("Array.CreateInstance(null, 3)")]
    [InlineData("Enum.GetNames<DayOfWeek>()")]
    [InlineData("System.Globalization.CultureInfo.CurrentCulture")]
    [InlineData("new System.Collections.Concurrent.ConcurrentBag<int>()")]
    [InlineData("Enumerable.Range(0, 3).AsQueryable()")]
    [InlineData("DefinitionScope.Begin()")]
    [InlineData("Merit.Metrics.Tables.Canonical.Tables")]
    [InlineData("new Merit.Diagnostics.Place(\"x\")")]
    [InlineData("new Lazy<int>(() => 1).Value")]
    [InlineData("new List<System.IO.Stream>()")]
    [InlineData("default(System.IO.Stream)")]
    [InlineData("((object)1) is System.IO.Stream")]
    [InlineData("(Action<string>)Console.WriteLine")]
    [InlineData("nameof(leads).AsSpan()")]
    [InlineData("this")]
    public void Nothing_outside_can_be_named(string expression)
    {
        var findings = Scripts.FindingsOf($"var name = 1;\nobject taken = {expression};");

        Assert.All(findings, f => Assert.Equal(("metrics/bad.csx", 2), (f.At?.File, f.At?.Line)));
        Assert.All(findings, f => Assert.True(f.Code is "MRT2021" or "MRT2001", f.ToString()));
    }

    [Theory]
    [InlineData("using static System.IO.File;", "System.IO.File")]
    [InlineData("using F = System.IO.File;\nvar text = F.ReadAllText(\"x\");", "System.IO.File")]
    [InlineData("using static System.Environment;\nvar line = NewLine;", "System.Environment")]
    [InlineData("dynamic x = 1;", "dynamic")]
    [InlineData("void F(System.IO.Stream s) { }", "System.IO.Stream")]
    [InlineData("T F<T>() where T : System.IO.Stream => default;", "System.IO.Stream")]
    [InlineData("foreach (var k in System.Environment.GetEnvironmentVariables()) { }", "System.Environment")]
    [InlineData("var all = from n in new[] { 1 } select System.Environment.MachineName;", "System.Environment")]
    [InlineData("string text = $\"{System.Environment.MachineName}\";", "System.Environment")]
    [InlineData("record Stolen(System.IO.Stream Stream);", "System.IO.Stream")]
    [InlineData("Func<string> f = () => System.IO.Path.GetTempPath();", "System.IO.Path")]
    public void Nor_by_another_way_of_naming(string script, string named)
    {
        var findings = Scripts.FindingsOf(script);

        Assert.Contains(findings, f => f.Code == "MRT2021" && f.Message.Contains(named, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("unsafe { int x = 1; int* p = &x; }")]
    [InlineData("int* p = null;")]
    [InlineData("delegate*<int> p = null;")]
    [InlineData("var x = stackalloc int[10];")]
    [InlineData("static extern int getpid();")]
    [InlineData("[Obsolete] void F() { }")]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int getpid();")]
    [InlineData("async void F() { }")]
    [InlineData("await System.Threading.Tasks.Task.Delay(1);")]
    [InlineData("lock (leads) { }")]
    [InlineData("again: goto again;")]
    [InlineData("try { } catch { }")]
    [InlineData("class Hidden { }")]
    [InlineData("class Hidden { ~Hidden() { while (true) { } } }")]
    [InlineData("struct Hidden { }")]
    [InlineData("interface Hidden { }")]
    [InlineData("record Hidden(int x) { public Hidden Next = new(1); }")]
    [InlineData("record Base(object o); record Endless() : Base(new Endless());")]
    [InlineData("int X => X;")]
    [InlineData("var r = __makeref(leads);")]
    public void Constructs_that_reach_around_the_guard_are_refused(string script) =>
        Assert.Contains(Scripts.FindingsOf(script), f => f.Code == "MRT2022" && f.At?.Line == 1);

    [Theory]
    [InlineData("#r \"System.Net.Http\"", "#r")]
    [InlineData("#r \"nuget: Newtonsoft.Json\"", "#r")]
    [InlineData("#load \"../secret.csx\"", "#load")]
    [InlineData("#line 7 \"metrics/innocent.csx\"", "#line")]
    public void Directives_are_refused(string script, string directive)
    {
        var finding = Assert.Single(Scripts.FindingsOf("\n" + script + "\nvar x = 1;"));

        Assert.Equal(("MRT2020", "metrics/bad.csx(2,1)"), (finding.Code, finding.At?.ToString()));
        Assert.Contains(directive, finding.Message, StringComparison.Ordinal);
    }
}
