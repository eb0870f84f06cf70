namespace Merit.Scripting.Tests.Guards;

/// <summary>More ways around the guard, by the part of C# they use: what calls without naming, what names without calling, what runs by itself.</summary>
public sealed class HiddenWaysTests
{
    [Theory]
    [InlineData("System.Linq.Expressions.Expression<Func<int>> e = () => 1;")]
    [InlineData("var e = System.Linq.Expressions.Expression.Constant(1);")]
    [InlineData("var q = new[] { 1 }.AsQueryable().Where(n => n > 0);")]
    [InlineData("var q = new[] { 1 }.AsParallel().Select(n => n);")]
    [InlineData("var t = Type.GetType(\"System.IO.\" + \"File\");")]
    [InlineData("var t = Type.GetType($\"System.{\"IO\"}.File, System.Runtime\")?.GetMethod(\"Delete\");")]
    [InlineData("object made = Activator.CreateInstance<System.Text.StringBuilder>();")]
    [InlineData("var a = typeof(Metric).Assembly;")]
    [InlineData("var n = nameof(System.IO.File.Delete);")]
    [InlineData("using Alias = System.Diagnostics.Process;\nvar p = Alias.GetCurrentProcess();", 1)]
    [InlineData("using static System.Console;\nWriteLine(1);", 2)]
    [InlineData("using static System.Math;\nusing static System.Threading.Thread;\nSleep(1);", 3)]
    [InlineData("using Bytes = System.Span<byte>;\nBytes b = default;", 2)]
    [InlineData("var t = new System.Threading.Timer(_ => { }, null, 0, 1);")]
    [InlineData("var t = new System.Timers.Timer(1);")]
    [InlineData("var t = new System.Threading.Tasks.Task(() => { });")]
    [InlineData("System.Threading.Tasks.Parallel.For(0, 3, i => { });")]
    [InlineData("System.Threading.ThreadPool.QueueUserWorkItem(_ => { });")]
    [InlineData("System.Threading.Interlocked.MemoryBarrier();")]
    [InlineData("System.Threading.SpinWait.SpinUntil(() => false);")]
    [InlineData("using var c = new System.Threading.CancellationTokenSource();")]
    [InlineData("var w = new System.Diagnostics.Stopwatch();")]
    [InlineData("System.Diagnostics.Process.Start(\"sh\");")]
    [InlineData("Environment.FailFast(\"bye\");")]
    [InlineData("Environment.Exit(0);")]
    [InlineData("Console.SetOut(null);")]
    [InlineData("AppContext.SetSwitch(\"x\", true);")]
    [InlineData("GC.AddMemoryPressure(1L << 40);")]
    [InlineData("var h = System.Runtime.InteropServices.GCHandle.Alloc(leads);")]
    [InlineData("var s = System.Runtime.InteropServices.MemoryMarshal.Cast<int, byte>(new[] { 1 });")]
    [InlineData("var l = System.Runtime.InteropServices.NativeLibrary.Load(\"libc\");")]
    [InlineData("var x = System.Runtime.CompilerServices.Unsafe.As<string>(leads);")]
    [InlineData("var b = new System.Buffers.ArrayBufferWriter<byte>();")]
    [InlineData("ReadOnlySpan<byte> bytes = \"x\"u8;")]
    [InlineData("Span<int> one = [1, 2];")]
    [InlineData("nint p = 1;")]
    [InlineData("T Sum<T>(T a, T b) where T : System.Numerics.INumber<T> => a + b;")]
    [InlineData("T Read<T>(string s) where T : IParsable<T> => T.Parse(s, null);")]
    [InlineData("var d = DateTime.Parse(\"10:00\");")]
    [InlineData("var d = DateTime.ParseExact(\"10\", \"HH\", null);")]
    [InlineData("var d = DateOnly.Parse(\"March 3\");")]
    [InlineData("var d = Convert.ToDateTime(\"10:00\");")]
    [InlineData("var h = \"a\".GetHashCode();")]
    [InlineData("var h = ((object)\"a\").GetHashCode();")]
    [InlineData("var h = HashCode.Combine(1, 2);")]
    [InlineData("var f = (FormattableString)$\"{1}\";")]
    [InlineData("var w = new WeakReference(leads);")]
    [InlineData("var l = new System.Threading.ThreadLocal<int>(() => 1);")]
    [InlineData("var e = new System.Dynamic.ExpandoObject();")]
    [InlineData("var m = ((Action)(() => { })).Method;")]
    [InlineData("var i = ((Action)(() => { })).GetInvocationList();")]
    [InlineData("foreach (var m in typeof(string).GetMethods()) { }")]
    [InlineData("if (leads is { } x && x.GetType().Name is { Length: > 3 }) { }")]
    [InlineData("switch ((object)leads) { case System.IO.Stream s: break; }")]
    [InlineData("var x = leads as System.IO.Stream;")]
    [InlineData("try { } catch (System.Security.SecurityException) when (false) { }")]
    [InlineData("throw new System.Security.SecurityException();")]
    [InlineData("var all = new List<Action> { Console.Beep };")]
    [InlineData("var all = new List<object> { Console.Out, typeof(int) };")]
    [InlineData("var map = new Dictionary<string, object> { [\"x\"] = Environment.UserName };")]
    [InlineData("(string a, var b) = (Environment.MachineName, 1);")]
    [InlineData("var q = from n in new[] { 1 } let s = Environment.CommandLine select s;")]
    [InlineData("var q = from n in new[] { 1 } join m in System.IO.Directory.GetFiles(\".\") on n.ToString() equals m select m;")]
    [InlineData("var q = from System.IO.Stream n in new object[0] select n;")]
    [InlineData("string text = $\"{1,3:x}{Environment.NewLine}\";")]
    [InlineData("var text = string.Create(null, $\"{Environment.NewLine}\");")]
    [InlineData("Func<string> f = static () => Environment.StackTrace;")]
    [InlineData("string F(string path = System.IO.Path.AltDirectorySeparatorChar + \"\") => path;")]
    [InlineData("void F(params System.IO.Stream[] all) { }")]
    [InlineData("void F(in System.IO.Stream s) { }")]
    [InlineData("delegate System.IO.Stream Open(string path);")]
    [InlineData("record Stage(System.IO.Stream Source);")]
    [InlineData("record Stage(string Id) : System.IO.Stream;")]
    [InlineData("record struct Pair(System.Type A, int B);")]
    [InlineData("var x = new { A = Environment.ProcessId };")]
    [InlineData("var x = new System.IO.FileInfo(\"x\") with { };")]
    [InlineData("IDisposable d = new System.IO.MemoryStream();")]
    [InlineData("IEnumerable<string> lines = System.IO.File.ReadLines(\"x\");")]
    [InlineData("IFormatProvider p = System.Globalization.CultureInfo.CurrentUICulture;")]
    public void A_name_is_found_wherever_it_hides(string script, int line = 1)
    {
        var findings = Scripts.FindingsOf(script);

        Assert.Contains(findings, f => f.At?.Line == line && f.Code is "MRT2021" or "MRT2022" or "MRT2001");
        Assert.All(findings, f => Assert.Equal("metrics/bad.csx", f.At?.File));
    }

    [Theory]
    [InlineData("class C { static C() { } }")]
    [InlineData("class C { ~C() { } }")]
    [InlineData("static class C { public static IEnumerator<int> GetEnumerator(this int n) { yield return n; } }")]
    [InlineData("static class C { extension(int n) { public int Twice => n * 2; } }")]
    [InlineData("record C(int X) { public static implicit operator string(C c) => \"\"; }")]
    [InlineData("record C(int X) { public static C operator +(C a, C b) => a; }")]
    [InlineData("record C(int X) { public void Deconstruct(out int a, out int b) { a = b = 1; } }")]
    [InlineData("record C(int X) { static C() { } }")]
    [InlineData("record C(int X) { protected virtual bool PrintMembers(System.Text.StringBuilder b) => true; }")]
    [InlineData("partial class Program { static Program() { } }")]
    [InlineData("interface I { static abstract int X { get; } int F() => 1; }")]
    [InlineData("ref struct S { }")]
    [InlineData("[System.Runtime.CompilerServices.InlineArray(1000)] struct Buffer { int x; }")]
    [InlineData("[System.Runtime.CompilerServices.InterpolatedStringHandler] struct H { }")]
    [InlineData("[System.Runtime.CompilerServices.UnsafeAccessor(System.Runtime.CompilerServices.UnsafeAccessorKind.Method)] extern static void F(string s);")]
    [InlineData("[System.Runtime.CompilerServices.ModuleInitializer] void Init() { }")]
    [InlineData("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"merit\")]")]
    [InlineData("[module: System.Runtime.CompilerServices.SkipLocalsInit]")]
    [InlineData("[return: System.Diagnostics.CodeAnalysis.MaybeNull] string F() => null;")]
    [InlineData("Action f = [System.Diagnostics.DebuggerHidden] () => { };")]
    [InlineData("extern alias other;")]
    [InlineData("namespace N { }")]
    [InlineData("namespace N;")]
    [InlineData("fixed (char* p = \"x\") { }")]
    [InlineData("delegate* unmanaged<int> p = null;")]
    [InlineData("ReadOnlySpan<int> s = stackalloc[] { 1, 2 };")]
    [InlineData("await foreach (var x in (IAsyncEnumerable<int>)null) { }")]
    [InlineData("await using var d = (IAsyncDisposable)null;")]
    [InlineData("Func<System.Threading.Tasks.Task> f = async () => { };")]
    [InlineData("async IAsyncEnumerable<int> All() { yield return 1; }")]
    [InlineData("try { while (true) { } } finally { }")]
    [InlineData("switch (1) { case 1: goto case 2; case 2: goto default; default: goto case 1; }")]
    [InlineData("object o = __refvalue(__makeref(leads), object);")]
    [InlineData("event Action Changed;")]
    public void A_construct_that_runs_by_itself_is_refused(string script) =>
        Assert.Contains(Scripts.FindingsOf(script), f => f.Code == "MRT2022" && f.At is { File: "metrics/bad.csx", Line: 1 });

    [Theory]
    [InlineData("Metric(\"r\", Count(leads), \"metrics/innocent.csx\", 7);", "metrics/bad.csx(1,27)")]
    [InlineData("Metric(\"r\", Count(leads), line: 7);", "metrics/bad.csx(1,27)")]
    [InlineData("Metric(\"r\", Count(leads).Where(leads.owner.HasValue, file: \"x\"));", "metrics/bad.csx(1,54)")]
    public void Nobody_can_say_that_a_definition_stands_elsewhere(string script, string at)
    {
        var finding = Scripts.FindingsOf(script)[0];

        Assert.Equal(("MRT2022", at), (finding.Code, finding.At?.ToString()));
    }

    [Theory]
    [InlineData("#:package Newtonsoft.Json@13.0.3", "#:")]
    [InlineData("#:sdk Microsoft.NET.Sdk.Web", "#:")]
    public void So_are_the_directives_of_programs_in_one_file(string directive, string name)
    {
        var finding = Scripts.FindingsOf(directive + "\nvar x = 1;")[0];

        Assert.Equal(("MRT2020", 1), (finding.Code, finding.At?.Line));
        Assert.Contains(name, finding.Message, StringComparison.Ordinal);
    }
}
