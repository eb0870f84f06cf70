// Who came to an event.

Metric("registrations", Count(attendance).Where(attendance.registered_at.HasValue | attendance.checked_in_at.HasValue))
    .Label("Registrations", zh: "报名人数")
    .Describe("People who registered, or came without.", zh: "已报名或直接到场的人数。");

Metric("attendees", Count(attendance).Where(attendance.checked_in_at.HasValue))
    .Label("Attendees", zh: "到场人数")
    .Describe("People who came.", zh: "到场的人数。");

Metric("attendance_rate", metrics.attendees / metrics.registrations)
    .Label("Attendance rate", zh: "到场率")
    .Describe("Attendees ÷ registrations.", zh: "到场人数 ÷ 报名人数。")
    .As(Percent);

Metric("cost_per_attendee", metrics.cost / metrics.attendees)
    .Label("Cost per attendee", zh: "单人到场成本")
    .Describe("Cost ÷ attendees.", zh: "成本 ÷ 到场人数。")
    .As(Money).LowerIsBetter();
