using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Norda.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddOnlinePayments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "declaration_files",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    declaration_id = table.Column<int>(type: "integer", nullable: false),
                    paper = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    sent_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    checked_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_declaration_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_declaration_files_declaration_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "membership_declarations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "online_payments",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    session_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    once = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<int>(type: "integer", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(10,2)", precision: 10, scale: 2, nullable: false),
                    wishes = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    started_by = table.Column<int>(type: "integer", nullable: true),
                    started_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    token = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    order_id = table.Column<long>(type: "bigint", nullable: true),
                    paid_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    verified_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    payment_id = table.Column<int>(type: "integer", nullable: true),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    next_try_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    last_fault = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    refund_key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    refund_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    refund_asked_by = table.Column<int>(type: "integer", nullable: true),
                    refunded_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_online_payments", x => x.id);
                    table.CheckConstraint("online_payment_is_positive", "amount > 0");
                    table.ForeignKey(
                        name: "fk_online_payments_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_online_payments_fee_payments_payment_id",
                        column: x => x.payment_id,
                        principalTable: "fee_payments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_online_payments_users_refund_asked_by",
                        column: x => x.refund_asked_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_online_payments_users_started_by",
                        column: x => x.started_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_declaration_files_declaration_id",
                table: "declaration_files",
                column: "declaration_id");

            migrationBuilder.CreateIndex(
                name: "ix_online_payments_company_id",
                table: "online_payments",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_online_payments_next_try_at",
                table: "online_payments",
                column: "next_try_at");

            migrationBuilder.CreateIndex(
                name: "ix_online_payments_once",
                table: "online_payments",
                column: "once",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_online_payments_payment_id",
                table: "online_payments",
                column: "payment_id");

            migrationBuilder.CreateIndex(
                name: "ix_online_payments_refund_asked_by",
                table: "online_payments",
                column: "refund_asked_by");

            migrationBuilder.CreateIndex(
                name: "ix_online_payments_session_id",
                table: "online_payments",
                column: "session_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_online_payments_started_by",
                table: "online_payments",
                column: "started_by");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "declaration_files");

            migrationBuilder.DropTable(
                name: "online_payments");
        }
    }
}
