using Merit.Metrics.Requests;

namespace Merit.Metrics.Language;

/// <summary>Parts of days and of points in time, as the workspace's calendar has them: its zone, its first day of the week.</summary>
public static class DateParts
{
    extension(Expr<DateOnly> day)
    {
        /// <summary>The year.</summary>
        public Expr<long> Year => Part(day, DatePart.Year);

        /// <summary>The quarter, 1 to 4.</summary>
        public Expr<long> Quarter => Part(day, DatePart.Quarter);

        /// <summary>The month, 1 to 12.</summary>
        public Expr<long> Month => Part(day, DatePart.Month);

        /// <summary>The number of the week: week 1 is the one that holds 4 January.</summary>
        public Expr<long> Week => Part(day, DatePart.Week);

        /// <summary>The day of the week. Compared with <c>DayOfWeek.Saturday</c>; as a dimension Monday is 1 and Sunday 7.</summary>
        public Expr<DayOfWeek> Weekday => new(new DatePartNode(day.Node, DatePart.Weekday));

        /// <summary>The day of the month, 1 to 31.</summary>
        public Expr<long> Day => Part(day, DatePart.Day);

        /// <summary>The first day of its week.</summary>
        public Expr<DateOnly> StartOfWeek => Start(day, TimeGrain.Week);

        /// <summary>The first day of its month.</summary>
        public Expr<DateOnly> StartOfMonth => Start(day, TimeGrain.Month);

        /// <summary>The first day of its quarter.</summary>
        public Expr<DateOnly> StartOfQuarter => Start(day, TimeGrain.Quarter);

        /// <summary>The first day of its year.</summary>
        public Expr<DateOnly> StartOfYear => Start(day, TimeGrain.Year);
    }

    extension(Expr<DateTime> time)
    {
        /// <summary>The day, in the workspace's zone.</summary>
        public Expr<DateOnly> Date => Start(time, TimeGrain.Day);

        /// <summary>The year.</summary>
        public Expr<long> Year => Part(time, DatePart.Year);

        /// <summary>The quarter, 1 to 4.</summary>
        public Expr<long> Quarter => Part(time, DatePart.Quarter);

        /// <summary>The month, 1 to 12.</summary>
        public Expr<long> Month => Part(time, DatePart.Month);

        /// <summary>The number of the week: week 1 is the one that holds 4 January.</summary>
        public Expr<long> Week => Part(time, DatePart.Week);

        /// <summary>The day of the week. Compared with <c>DayOfWeek.Saturday</c>; as a dimension Monday is 1 and Sunday 7.</summary>
        public Expr<DayOfWeek> Weekday => new(new DatePartNode(time.Node, DatePart.Weekday));

        /// <summary>The day of the month, 1 to 31.</summary>
        public Expr<long> Day => Part(time, DatePart.Day);

        /// <summary>The hour of the clocks, 0 to 23.</summary>
        public Expr<long> Hour => Part(time, DatePart.Hour);

        /// <summary>The first day of its week.</summary>
        public Expr<DateOnly> StartOfWeek => Start(time, TimeGrain.Week);

        /// <summary>The first day of its month.</summary>
        public Expr<DateOnly> StartOfMonth => Start(time, TimeGrain.Month);

        /// <summary>The first day of its quarter.</summary>
        public Expr<DateOnly> StartOfQuarter => Start(time, TimeGrain.Quarter);

        /// <summary>The first day of its year.</summary>
        public Expr<DateOnly> StartOfYear => Start(time, TimeGrain.Year);
    }

    private static Expr<long> Part(Expr value, DatePart part) => new(new DatePartNode(value.Node, part));

    private static Expr<DateOnly> Start(Expr value, TimeGrain grain) => new(new StartNode(value.Node, grain));
}
