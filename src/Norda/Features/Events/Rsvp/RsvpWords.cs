using Microsoft.Extensions.Localization;
using Norda.Platform;

namespace Norda.Features.Events.Rsvp;

/// <summary>Answers as they stand in addresses and forms, and what is said of them.</summary>
public static class RsvpWords
{
    public static RsvpAnswer? Read(string? word) => word switch
    {
        "tak" => RsvpAnswer.Yes,
        "moze" => RsvpAnswer.Maybe,
        "nie" => RsvpAnswer.No,
        _ => null,
    };

    public static string Said(AttendeeStatus status, IStringLocalizer<Texts> texts) => status switch
    {
        AttendeeStatus.Confirmed => texts["Masz miejsce. Wpis do kalendarza wysłaliśmy e-mailem."],
        AttendeeStatus.Waiting => texts["Brak wolnych miejsc. Masz miejsce na liście rezerwowej, damy znać, gdy coś się zwolni."],
        AttendeeStatus.Maybe => texts["Zapisano: może."],
        _ => texts["Zapisano, że Cię nie będzie."],
    };
}
