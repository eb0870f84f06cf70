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

Metric("invitations", Count(attendance).Where(attendance.invited_at.HasValue).On(attendance.invited_at))
    .Label("Invitations", zh: "邀约人数")
    .Describe("People invited, by the day they were invited.", zh: "被邀约的人数，按邀约日计。");

Metric("registration_rate", Count(attendance).Where(attendance.registered_at.HasValue | attendance.checked_in_at.HasValue).On(attendance.invited_at) / metrics.invitations)
    .Label("Registration rate", zh: "邀约报名率")
    .Describe("Of those invited, the share that registered or came.", zh: "被邀约者中报名或到场的比例。")
    .As(Percent);

Metric("minutes_per_attendee", Average(attendance.minutes).Where(attendance.checked_in_at.HasValue))
    .Label("Minutes per attendee", zh: "人均停留分钟")
    .Describe("How long an attendee stayed on average, where it was measured.", zh: "到场者的平均停留时长（分钟），仅计有记录者。");

Metric("questions_per_attendee", Sum(attendance.questions) / metrics.attendees)
    .Label("Questions per attendee", zh: "人均提问数")
    .Describe("Questions asked ÷ attendees.", zh: "提问数 ÷ 到场人数。");

Metric("watched_share", Average(attendance.watched_share).Where(attendance.checked_in_at.HasValue))
    .Label("Share watched", zh: "平均观看比例")
    .Describe("How much of the event an attendee watched on average, where it was measured.", zh: "到场者平均观看的内容比例，仅计有记录者。")
    .As(Percent);

// From an event to a deal: of each contact the first time it came, and the first deal opened for it within a year after that.
Funnel("participation", within: 365.Days(), Stage("attended", attendance.checked_in_at, "Attended", zh: "参会"), Stage("opportunity", opportunities.created_at, "Opportunity", zh: "商机"))
    .Label("Participation", zh: "参会转商机");
