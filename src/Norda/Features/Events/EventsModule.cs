using Norda.Data;
using Norda.Features.Events.Calendar;
using Norda.Features.Events.Door;
using Norda.Features.Events.Feeds;
using Norda.Features.Events.Planning;
using Norda.Features.Events.Rsvp;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Events;

public static class EventsModule
{
    public static void AddEvents(this WebApplicationBuilder builder)
    {
        EventPages.Add(builder);
        builder.Services.AddScoped<EventPages>().AddScoped<EventLetters>().AddScoped<EventNotices>().AddScoped<RsvpLinks>();
        builder.Services.AddScoped<RsvpToEvent>().AddScoped<OfferSeats>().AddScoped<PassOnSeats>().AddScoped<RemindOfEvents>();
        builder.Services.AddScoped<SaveEvent>().AddScoped<RepeatEvent>().AddScoped<CancelEvent>().AddScoped<InviteToEvent>();
        builder.Services.AddScoped<OpenFeed>().AddScoped<CloseFeed>().AddScoped<AdmitAttendee>().AddScoped<ForgetAttendance>();
        builder.Services.AddScoped<IFreshDatabase, DemoEvents>();
        foreach (var kind in EventKinds.All)
            builder.Services.AddSingleton(kind);
        foreach (var preview in EventLetters.Previews)
            builder.Services.AddSingleton(preview);
        builder.Services.AddSingleton(new NavItem("Wydarzenia", "/wydarzenia", "calendar-event", 20));
        builder.Services.AddSingleton(new NavItem("Wydarzenia izby", "/biuro/wydarzenia", "calendar-event", 115) { Group = "Biuro izby", Requires = (Resource.Event, Act.Change) });
        builder.Services.AddStart();
        builder.Services.AddScoped<ISearchSource, FindEvents>().AddScoped<INewsletterSource, EventsInNewsletter>().AddScoped<IYearlyBenefit, EventBenefit>();
        builder.Services.AddSingleton(new SitePage("Wydarzenia", "/wydarzenia", "kalendarz,spotkania,webinar,networking,szkolenia"));
    }

    private static void AddStart(this IServiceCollection services)
    {
        services.AddSingleton(new SitemapPart(at =>
        {
            var since = Now(at).AddYears(-1);
            return at.GetRequiredService<AppDb>().Set<Event>().Where(e => e.Visibility == EventVisibility.Public && e.EndsAt > since).OrderByDescending(e => e.StartsAt).ThenByDescending(e => e.Id).Take(SitemapPart.Most)
                .Select(e => new SitemapEntry("/wydarzenia/", e.Slug, e.UpdatedAt ?? e.CreatedAt));
        }));
        services.AddSingleton(new StartPanel(typeof(UpcomingEvents), 10) { Style = "events.css", Script = "js/rsvp.js" });
        services.AddSingleton(new StartTask("wolne miejsce czeka na Ciebie|wolne miejsca czekają na Ciebie|wolnych miejsc czeka na Ciebie", "/wydarzenia", "calendar-event", "Weź miejsce", 10,
            at => Mine(at).Where(a => a.Status == AttendeeStatus.Offered && a.OfferedUntil > Now(at)).Select(a => a.Id)));
        services.AddSingleton(new StartFigure("wydarzenie w najbliższych 7 dniach|wydarzenia w najbliższych 7 dniach|wydarzeń w najbliższych 7 dniach", 10, at => at.GetRequiredService<AppDb>().Set<Event>().VisibleTo(at.GetRequiredService<Me>())
            .Where(e => e.CancelledAt == null && e.EndsAt > Now(at) && e.StartsAt < Now(at).AddDays(7)).Select(e => e.Id)));
        services.AddSingleton(new FirstStep("Zapisz się na wydarzenie", "/wydarzenia", 1, 40, at => Mine(at).Select(a => a.Id)) { Requires = (Resource.Rsvp, Act.Create) });
        services.AddSingleton(new SiteAction("Dodaj wydarzenie", "/biuro/wydarzenia/nowe", "calendar-event", "spotkanie,webinar,szkolenie,kalendarz", 40) { Adds = true, Requires = (Resource.Event, Act.Create) });
        services.AddSingleton(new SiteAction("Dodaj kalendarz izby do swojego", "/konto/kalendarz", "calendar-event", "ical,subskrypcja,outlook,google", 70) { Requires = (Resource.CalendarFeed, Act.Change) });
    }

    private static IQueryable<Attendee> Mine(IServiceProvider at)
    {
        var me = at.GetRequiredService<Me>().Id;
        return at.GetRequiredService<AppDb>().Set<Attendee>().Where(a => a.UserId == me);
    }

    private static DateTime Now(IServiceProvider at) => at.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;

    public static void MapEvents(this WebApplication app)
    {
        app.MapEventsApi();
        app.MapEventFeeds();
        app.MapDoor();
    }
}
