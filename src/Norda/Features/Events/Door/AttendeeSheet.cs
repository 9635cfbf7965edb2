using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Platform;

namespace Norda.Features.Events.Door;

/// <summary>The list of attendees for a spreadsheet: one row a person, one column a question.</summary>
public static class AttendeeSheet
{
    private const int Most = 20_000;

    public static async Task<IReadOnlyList<object?[]>> Of(int eventId, AppDb db, IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var questions = await db.Set<EventQuestion>().AsNoTracking().Where(q => q.EventId == eventId).OrderBy(q => q.Position).ToListAsync(cancel);
        var people = await db.Set<Attendee>().Where(a => a.EventId == eventId).OrderBy(a => a.Status).ThenBy(a => a.User.Name).ThenBy(a => a.Id).Take(Most).Select(a => new
        {
            a.User.Name, a.User.Email, a.Status, a.Seats, a.RegisteredAt, a.AttendedAt,
            Firm = a.User.Companies.Where(c => c.Status == CompanyUserStatus.Approved && c.CompanyId == a.User.CompanyId).Select(c => c.Company.Name).FirstOrDefault(),
            Guests = a.Guests.OrderBy(g => g.Id).Select(g => g.Name).ToList(),
            Answers = a.Answers.Select(x => new { x.QuestionId, x.Text }).ToList(),
        }).AsSplitQuery().ToListAsync(cancel);
        return
        [
            [texts["Imię i nazwisko"], texts["Firma"], texts["E-mail"], texts["Odpowiedź"], texts["Miejsca"], texts["Goście"], .. questions.Select(q => q.Text), texts["Zapis"], texts["Wejście"]],
            .. people.Select(p => (object?[])[p.Name, p.Firm, p.Email, texts[EventTexts.Word(p.Status)], p.Seats.ToString(CultureInfo.InvariantCulture), string.Join(", ", p.Guests),
                .. questions.Select(q => p.Answers.Find(a => a.QuestionId == q.Id)?.Text), Moment(p.RegisteredAt), p.AttendedAt is { } at ? Moment(at) : null]),
        ];
    }

    private static string Moment(DateTime utc) => utc.ToWarsaw().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
