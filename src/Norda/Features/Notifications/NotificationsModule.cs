using Norda.Data;
using Norda.Features.Mail;
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
        builder.Services.AddSingleton(new TopBarSign("/Features/Notifications/Inbox/_Bell.cshtml", 10, services => services.GetRequiredService<AppDb>().UnreadNotices(services.GetRequiredService<Me>().Id))).AddScoped<ReadNotices>();
        builder.Services.AddScoped<ChooseChannels>().AddScoped<SavePreferences>();
        builder.Services.AddSingleton(new FirstStep("Wybierz, o czym chcesz wiedzieć", "/konto/powiadomienia", 1, 70, services =>
        {
            var me = services.GetRequiredService<Me>().Id;
            return services.GetRequiredService<AppDb>().Set<NotificationPreference>().Where(p => p.UserId == me).Select(p => p.UserId);
        }));
        builder.Services.AddSingleton<StopLink>().AddScoped<StopMail>();
        builder.Services.AddSingleton(Preview("Powiadomienie od razu", NotificationChannel.MailNow, 1)).AddSingleton(Preview("Powiadomienia dnia", NotificationChannel.Daily, 3)).AddSingleton(Preview("Powiadomienia tygodnia", NotificationChannel.Weekly, 3));
        builder.Services.AddScoped<NoticeLetter>().AddScoped<MailNotices>().AddScoped<ForgetNotices>();
        builder.Services.AddScoped<PushKeys>().AddScoped<AddDevice>().AddScoped<RemoveDevice>().AddScoped<SendPush>().AddPushClient();
        builder.Services.AddScoped<IFreshDatabase, DemoNotices>();
    }

    private static LetterPreview Preview(string title, NotificationChannel channel, int notices) => new(title, (IServiceProvider services) => services.GetRequiredService<NoticeLetter>().Of(title, channel,
        [.. Enumerable.Range(1, notices).Select(i => new DueNotice(i, 0, "join-decided", "Należysz już do firmy Kaszub-Alu", "Możesz korzystać z części dla członków.", "/katalog", services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, LetterPreview.Anna.Email, LetterPreview.Anna.Name!, null))]));

    public static void MapNotifications(this WebApplication app)
    {
        app.MapGet("/powiadomienia/strumien", OpenLine.Open).Requires(Resource.Notification, Act.Read).ExcludeFromDescription();
        app.MapGet("/powiadomienia/liczba", NotificationsApi.Unread).Requires(Resource.Notification, Act.Read).ExcludeFromDescription();
        app.MapNotificationsApi();
    }
}
