using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory.Demo;

namespace Norda.Features.Messages;

/// <summary>A few conversations of the demo chamber's people: one between two, two with firms, one put away.</summary>
public class DemoMessages(AppDb db, TimeProvider clock, IHostEnvironment environment, IConfiguration configuration) : IFreshDatabase
{
    private static readonly DemoThread[] Talks =
    [
        new("bartek", "anna", null, "Balustrady na Osiedlu Morskim", 2,
        [
            ("bartek", "Dzień dobry, szukam kogoś, kto zrobi 40 metrów balustrad ze stali nierdzewnej. Termin to połowa stycznia. Czy to dla Was?"),
            ("anna", "Dzień dobry! Tak, stal nierdzewną mamy na stanie. Proszę o rzut z wymiarami, wycenimy w dwa dni."),
            ("bartek", "Rysunki dostanę w piątek od architekta i od razu prześlę. Montaż też po Waszej stronie?"),
            ("bartek", "I jeszcze jedno: inwestor prosi o fakturę z terminem 30 dni."),
        ], 2),
        new("anna", null, 1, "Przegląd wózka widłowego", 26,
        [
            ("anna", "Dzień dobry, w grudniu kończy się nam przegląd wózka. Kiedy najbliżej moglibyście przyjechać?"),
            ("bartek", "Dzień dobry, w przyszłym tygodniu mamy wolny czwartek, od 9.00. Pasuje?"),
        ], 1),
        new("moderator", null, 0, "Zdjęcia na spotkanie izby", 75,
        [
            ("moderator", "Pani Anno, przygotowujemy prezentację o firmach z izby. Czy możemy pokazać dwa zdjęcia z Waszej hali?"),
            ("anna", "Oczywiście, te ze strony firmy są do wykorzystania. Proszę tylko podpisać, skąd są."),
            ("moderator", "Dziękujemy. Do zobaczenia w czwartek!"),
        ], 0),
        new("celina", "bartek", null, "Wspólny dojazd na śniadanie biznesowe", 100,
        [
            ("celina", "Jadę w środę z Wejherowa i mam dwa wolne miejsca. Zabrać kogoś po drodze?"),
            ("bartek", "Chętnie! Wsiądę w Redzie, przy dworcu."),
        ], 0),
    ];

    public async Task Fill(CancellationToken cancel)
    {
        if (!DemoForNewcomers.IsWanted(environment, configuration) || await db.Set<MessageThread>().AnyAsync(cancel))
            return;
        var people = await db.Users.ToDictionaryAsync(u => u.Email!.Split('@')[0], u => u.Id, cancel);
        var firms = await db.Companies.OrderBy(c => c.Id).Take(6).Select(c => c.Id).ToListAsync(cancel);
        if (people.Count == 0 || firms.Count < 2)
            return;
        foreach (var talk in Talks.OrderByDescending(t => t.HoursAgo))
            await Write(talk, people, firms, cancel);
    }

    private async Task Write(DemoThread talk, Dictionary<string, int> people, List<int> firms, CancellationToken cancel)
    {
        var end = clock.GetUtcNow().UtcDateTime.AddHours(-talk.HoursAgo);
        int? firm = talk.Firm is { } place ? firms[place] : null;
        var keeper = talk.Firm is null ? people[talk.To!] : people[talk.Firm == 0 ? "anna" : "bartek"];
        var thread = new MessageThread { CompanyId = firm, Subject = talk.Subject, StartedBy = people[talk.From], CreatedAt = end.AddHours(-talk.Said.Length), LastMessageAt = end };
        thread.People.Add(new ThreadPerson { UserId = people[talk.From] });
        thread.People.Add(new ThreadPerson { UserId = keeper, IsFirm = firm is not null });
        db.Add(thread);
        await db.SaveChangesAsync(cancel);
        foreach (var ((who, text), i) in talk.Said.Select((s, i) => (s, i)))
        {
            var (sender, read) = (people[who], i < talk.Said.Length - talk.Unread);
            var message = new PrivateMessage
            {
                ThreadId = thread.Id, SenderId = sender, RecipientId = sender == keeper ? people[talk.From] : firm is null ? keeper : null, Subject = i == 0 ? talk.Subject : null, Content = text,
                ParentId = i == 0 ? null : thread.LastMessageId, CreatedAt = end.AddHours(i + 1 - talk.Said.Length), FromFirm = firm is not null && sender == keeper, IsRead = read, ReadAt = read ? end.AddHours(i + 1.5 - talk.Said.Length) : null,
            };
            db.Add(message);
            await db.SaveChangesAsync(cancel);
            thread.LastMessageId = message.Id;
            foreach (var person in thread.People.Where(_ => read))
                person.LastReadId = message.Id;
        }

        await db.SaveChangesAsync(cancel);
    }
}

/// <param name="Firm">Which of the first firms of the directory it goes to; its keeper answers.</param>
/// <param name="Unread">How many at the end nobody has read yet.</param>
internal sealed record DemoThread(string From, string? To, int? Firm, string Subject, int HoursAgo, (string Who, string Text)[] Said, int Unread);
