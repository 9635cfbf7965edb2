using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory.Demo;

namespace Norda.Features.Notifications.Demo;

/// <summary>A few notices for the demo chamber's people, so that the bell has something to say.</summary>
public class DemoNotices(AppDb db, TimeProvider clock, IHostEnvironment environment, IConfiguration configuration) : IFreshDatabase
{
    private static readonly (string Mailbox, string Kind, string Type, string Title, string? Message, string Url, int Hours, bool Read)[] Told =
    [
        ("anna", "recommendation-received", "news", "Bartek Pokazowy poleca Twoją firmę", "Rysunek poprawili, zanim błąd wyszedł na budowie.", "/moja-firma", 3, false),
        ("anna", "recommendation-decided", "system", "Twoje polecenie jest na stronie firmy", "Dziękujemy, że dzielisz się doświadczeniem.", "/konto/polecenia", 26, false),
        ("anna", "invitation-accepted", "system", "Celina Pokazowa przyjęła zaproszenie", "Może już razem z Tobą prowadzić profil firmy.", "/moja-firma/zespol", 75, false),
        ("anna", "join-decided", "system", "Należysz już do firmy", null, "/moja-firma", 400, true),
        ("bartek", "recommendation-decided", "system", "Twoje polecenie jest na stronie firmy", null, "/konto/polecenia", 5, false),
        ("biuro", "profile-request", "system", "Firma odesłała dane do katalogu", "Poprawiony telefon i opis czekają na decyzję.", "/biuro/zmiany", 20, false),
    ];

    public async Task Fill(CancellationToken cancel)
    {
        if (!DemoForNewcomers.IsWanted(environment, configuration) || await db.Set<UserNotification>().AnyAsync(cancel))
            return;
        var people = await db.Users.ToDictionaryAsync(u => u.Email!.Split('@')[0], u => u.Id, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var (told, i) in Told.Select((t, i) => (t, i)).Where(t => people.ContainsKey(t.t.Mailbox)).OrderByDescending(t => t.t.Hours))
            db.Add(new UserNotification
            {
                UserId = people[told.Mailbox], Kind = told.Kind, NotificationType = told.Type, UniqueKey = $"demo:{i}", Title = told.Title, Message = told.Message, ActionUrl = told.Url,
                CreatedAt = now.AddHours(-told.Hours), IsRead = told.Read, ReadAt = told.Read ? now.AddHours(-told.Hours + 1) : null,
            });
        await db.SaveChangesAsync(cancel);
    }
}
