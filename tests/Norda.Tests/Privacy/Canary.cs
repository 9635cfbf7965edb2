using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Norda.Features.Accounts;
using Norda.Features.Accounts.Passwords;
using Norda.Platform.Access;

namespace Norda.Tests.Privacy;

/// <summary>The application with a mail folder of its own and all that it logs in hand.</summary>
public sealed class CanaryApp : TestApp
{
    public const string Password = "gżegżółka nad zatoką";

    public string MailFolder { get; } = System.IO.Directory.CreateTempSubdirectory("norda-mail-").FullName;
    public ConcurrentQueue<string> Log { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Norda:Mail:Folder", MailFolder);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<ILoggerProvider>(new Listener(Log));
            services.PostConfigure<LoggerFilterOptions>(logging =>
            {
                logging.Rules.Clear();
                logging.MinLevel = LogLevel.Debug;
                logging.Rules.Add(new LoggerFilterRule("Microsoft.Extensions.Logging.Console.ConsoleLoggerProvider", null, LogLevel.None, null));
            });
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        System.IO.Directory.Delete(MailFolder, recursive: true);
    }

    private sealed class Listener(ConcurrentQueue<string> log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => log.Enqueue(formatter(state, exception) + exception);

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void Dispose()
        {
        }
    }
}

internal static class Canary
{
    /// <summary>Gives the person the password of the tests.</summary>
    public static async Task<User> WithPassword(this TestApp app, User person)
    {
        var hash = app.Services.GetRequiredService<BcryptHasher>().HashPassword(person, CanaryApp.Password);
        await app.Db(db => db.Set<User>().Where(u => u.Id == person.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.PasswordHash, hash)));
        return person;
    }

    public static async Task<User> Officer(this TestApp app) => await app.WithPassword(await app.Person("Olga Biurowa", staff: Role.Office));
}
