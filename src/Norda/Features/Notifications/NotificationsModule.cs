using Norda.Features.Notifications.Stream;
using Norda.Platform.Contributions;

namespace Norda.Features.Notifications;

public static class NotificationsModule
{
    public static void AddNotifications(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LiveFeed>().AddScoped<Live>();
        builder.Services.AddScoped<Notifier>().AddScoped<ITellPeople>(services => services.GetRequiredService<Notifier>());
    }
}
