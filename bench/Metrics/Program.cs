using System.Globalization;
using Merit.Bench.Metrics;

var touchpoints = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 10_000_000;
var runs = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
var folder = Directory.CreateTempSubdirectory("merit-bench-metrics").FullName;
try
{
    Compilation.Run(folder);
    Testing.Run(folder, runs);
    return Dashboard.Run(folder, touchpoints, runs) ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}
