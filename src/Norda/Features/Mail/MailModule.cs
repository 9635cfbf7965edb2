namespace Norda.Features.Mail;

public static class MailModule
{
    public static void AddMail(this WebApplicationBuilder builder) => builder.Services.AddScoped<QueueMail>();
}
