using Norda.Data;
using Norda.Features.Notifications.Demo;
using Norda.Features.Notifications.Inbox;
using Norda.Features.Notifications.Mailing;
using Norda.Features.Notifications.Preferences;
using Norda.Features.Notifications.Push;
using Norda.Features.Notifications.Stop;
using Norda.Features.Notifications.Stream;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Notifications;

public static class NotificationsModule
{
    public static void AddNotifications(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LiveFeed>().AddScoped<Live>().AddHostedService<LiveWire>();
        builder.Services.AddScoped<Notifier>().AddScoped<ITellPeople>(services => services.GetRequiredService<Notifier>());
        builder.Services.AddSingleton(new TopBarPart(typeof(Bell), 10)).AddScoped<ReadNotices>();
        builder.Services.AddScoped<ChooseChannels>().AddScoped<SavePreferences>();
        builder.Services.AddSingleton<StopLink>().AddScoped<StopMail>();
        builder.Services.AddScoped<NoticeLetter>().AddScoped<MailNotices>().AddScoped<ForgetNotices>();
        builder.Services.AddScoped<PushKeys>().AddScoped<AddDevice>().AddScoped<RemoveDevice>().AddScoped<SendPush>().AddPushClient();
        builder.Services.AddScoped<IFreshDatabase, DemoNotices>();
    }

    public static void MapNotifications(this WebApplication app)
    {
        app.MapGet("/powiadomienia/strumien", OpenLine.Open).Requires(Resource.Notification, Act.Read).ExcludeFromDescription();
        app.MapGet("/powiadomienia/liczba", NotificationsApi.Unread).Requires(Resource.Notification, Act.Read).ExcludeFromDescription();
        app.MapNotificationsApi();
    }
}
