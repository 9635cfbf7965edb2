using Norda.Data.Search;
using Norda.Features.Classifieds;
using Norda.Features.Cooperation;
using Norda.Features.Directory.Duplicates;
using Norda.Features.Directory.Links;
using Norda.Features.Directory.Quality;
using Norda.Features.Events.Rsvp;
using Norda.Features.Fees.Generation;
using Norda.Features.Fees.Online;
using Norda.Features.Fees.Statements;
using Norda.Features.Mail.Bounces;
using Norda.Features.Membership.Register;
using Norda.Features.News.Writing;
using Norda.Features.Newsletter;
using Norda.Features.Notifications.Mailing;
using Norda.Features.Notifications.Push;
using Norda.Features.Papers.Reminders;
using Norda.Platform;

namespace Norda.Features.Jobs;

/// <summary>All that happens by the clock. Times are Warsaw's; the order within a night keeps heavy work apart.</summary>
public static class Schedule
{
    public static readonly IReadOnlyList<ScheduledJob> All =
    [
        new("fees", "Zaznacza składki po terminie", Daily(0, 1), async (services, cancel) => await services.GetRequiredService<NoteOverdue>().Run(cancel)),
        new("members", "Oznacza osoby z firm, które są w izbie", Daily(0, 6), async (services, cancel) => $"Poprawione osoby: {await services.GetRequiredService<KeepMembersInStep>().Run(cancel)}."),
        new("retention", "Usuwa to, czego nie wolno trzymać dłużej", Daily(2, 10), async (services, cancel) => await services.GetRequiredService<ForgetOldRows>().Run(cancel)),
        new("quality", "Liczy jakość danych firm", Daily(2, 40), async (services, cancel) =>
            $"Firmy ze zmienionym poziomem: {await services.GetRequiredService<RateQuality>().RunAll(cancel)}."),
        new("duplicates", "Szuka podwójnych wpisów", Daily(2, 55), async (services, cancel) =>
            $"Pary do sprawdzenia: {await services.GetRequiredService<FindDuplicates>().Run(cancel)}."),
        new("search", "Układa wyszukiwarkę od nowa", Daily(3, 10), async (services, cancel) =>
        {
            await services.GetRequiredService<ISearchIndex>().Rebuild(cancel);
            return "Ułożona.";
        }),
        new("fee-reminders", "Przypomina o składkach według planu", Daily(7, 50), async (services, cancel) => await services.GetRequiredService<SendReminders>().Run(cancel)),
        new("classifieds", "Przypomina o ogłoszeniach, które się kończą", Daily(7, 30), async (services, cancel) => $"Przypomnienia: {await services.GetRequiredService<RemindOfClassifieds>().Run(cancel)}."),
        new("outcomes", "Pyta, czy doszło do współpracy", Daily(8, 0), async (services, cancel) => $"Zapytani: {await services.GetRequiredService<AskForOutcomes>().Run(cancel)}."),
        new("event-seats", "Przekazuje zwolnione miejsca następnym osobom", EveryFiveMinutes(1), async (services, cancel) =>
            $"Przekazane propozycje: {await services.GetRequiredService<PassOnSeats>().Run(cancel)}."),
        new("event-reminders", "Przypomina o wydarzeniach", EveryFiveMinutes(3), async (services, cancel) =>
            $"Wydarzenia: {await services.GetRequiredService<RemindOfEvents>().Run(cancel)}."),
        new("bank-statements", "Kończy wyciągi bankowe, które ktoś zostawił w połowie", EveryFiveMinutes(2), async (services, cancel) =>
            $"Wyciągi: {await services.GetRequiredService<WorkStatements>().Run(cancel)}."),
        new("online-payments", "Dopytuje o płatności online, o których nie przyszła wiadomość", EveryFiveMinutes(4), async (services, cancel) =>
            $"Płatności: {await services.GetRequiredService<WorkOnlinePayments>().Run(cancel)}."),
        new("links", "Sprawdza strony WWW i profile firm", "0 20 * * * ?", async (services, cancel) => await services.GetRequiredService<CheckLinks>().Run(cancel)),
        new("notices", "Wysyła powiadomienia, które nie czekają", "15 * * * * ?", async (services, cancel) =>
            $"Listy: {await services.GetRequiredService<MailNotices>().AtOnce(cancel)}, urządzenia: {await services.GetRequiredService<SendPush>().Run(cancel)}.") { IsFrequent = true },
        new("news", "Mówi członkom o aktualnościach, gdy przyjdzie ich pora", "35 * * * * ?", async (services, cancel) => $"Aktualności: {await services.GetRequiredService<TellOfNews>().Run(cancel)}.") { IsFrequent = true },
        new("newsletters", "Wysyła newslettery", "5/20 * * * * ?", async (services, cancel) => $"Listy: {await services.GetRequiredService<WorkIssues>().Run(cancel)}.") { IsFrequent = true },
        new("bounces", "Czyta raporty o listach, które wróciły", EveryFiveMinutes(2), async (services, cancel) => $"Zwroty: {await services.GetRequiredService<ReadBounces>().Run(cancel)}."),
        new("digests", "Wysyła zbiorcze listy z powiadomieniami", "0 5 * * * ?", async (services, cancel) => $"Listy: {await services.GetRequiredService<MailNotices>().Digests(cancel)}."),
    ];

    public static ScheduledJob? Find(string name) => All.FirstOrDefault(j => j.Name == name);

    private static string EveryFiveMinutes(int minute) => $"0 {minute}/5 * * * ?";

    private static string Daily(int hour, int minute) => $"0 {minute} {hour} * * ?";
}

/// <summary>One entry of the schedule.</summary>
/// <param name="Name">In the database; never changes.</param>
/// <param name="Title">Key of <see cref="Texts"/>.</param>
/// <param name="Cron">Seconds, minutes, hours, day, month, weekday, in Warsaw.</param>
/// <param name="Work">Does it and says in a sentence what came of it. Must bear being run twice.</param>
public sealed record ScheduledJob(string Name, string Title, string Cron, Func<IServiceProvider, CancellationToken, Task<string>> Work)
{
    /// <summary>Of a job that runs each minute only the last hour is kept, and what failed.</summary>
    public bool IsFrequent { get; init; }
}
