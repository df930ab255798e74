# frozen_string_literal: true

# Opens Redmine's REST API to Onboard with the key REDMINE_API_KEY, which becomes that of the first administrator, and
# gives a new Redmine its default roles, trackers and statuses. With SMTP_HOST its mails go out there. A repeat changes
# nothing, and what an administrator has set meanwhile stays.
Rails.application.config.after_initialize do
  # Rails also starts to create the tables, and then there is nothing to set yet.
  next if ActiveRecord::Base.connection_pool.migration_context.needs_migration?

  key = ENV.fetch('REDMINE_API_KEY')
  # Redmine finds no others.
  raise 'REDMINE_API_KEY must be 1 to 40 letters and digits' unless key.match?(/\A[A-Za-z0-9]{1,40}\z/)

  Redmine::DefaultData::Loader.load('en') if Redmine::DefaultData::Loader.no_data?

  Setting.rest_api_enabled = '1'
  administrator = User.active.where(admin: true).order(:id).first || raise('Redmine has no active administrator')
  # Makes the token where there is none. A new one gets a value of its own, whatever it is given.
  administrator.api_key
  Token.where(user_id: administrator.id, action: 'api').update_all(value: key)

  { 'host_name' => 'REDMINE_HOST_NAME', 'mail_from' => 'MAIL_FROM' }.each do |setting, variable|
    Setting[setting] = ENV[variable] if ENV[variable].present? && Setting.where(name: setting).none?
  end
  if ENV['SMTP_HOST'].present? && !Redmine::Configuration['email_delivery']
    smtp = { address: ENV['SMTP_HOST'], port: ENV.fetch('SMTP_PORT', '25').to_i }
    if ENV['SMTP_USERNAME'].present?
      smtp.merge!(user_name: ENV['SMTP_USERNAME'], password: ENV['SMTP_PASSWORD'], authentication: :plain)
    end
    ActionMailer::Base.delivery_method = :smtp
    ActionMailer::Base.smtp_settings = smtp
    ActionMailer::Base.perform_deliveries = true
  end
end
