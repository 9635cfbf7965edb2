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
        builder.Services.AddSingleton(new NavItem("Wydarzenia", "/wydarzenia", "calendar-event", 20));
        builder.Services.AddSingleton(new NavItem("Wydarzenia izby", "/biuro/wydarzenia", "calendar-event", 115) { Group = "Biuro izby", Requires = (Resource.Event, Act.Change) });
        builder.Services.AddSingleton(new SitePage("Wydarzenia", "/wydarzenia", "kalendarz,spotkania,webinar,networking,szkolenia"));
    }

    public static void MapEvents(this WebApplication app)
    {
        app.MapEventsApi();
        app.MapEventFeeds();
        app.MapDoor();
    }
}
